/**
 * What is kept on this phone for a day, so that a reload or a dead battery loses nothing. Private mode may refuse:
 * then it is not kept.
 */
const PREFIX = 'anpei-portal:'
const KEPT_MS = 24 * 3_600_000

export function keep(name: string, value: unknown, forEver = false): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ value, until: forEver ? null : Date.now() + KEPT_MS }))
  } catch {
    // Storage is full or forbidden; the page goes on without it.
  }
}

export function kept(name: string): unknown {
  try {
    const entry: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null')
    if (typeof entry !== 'object' || entry === null) return null
    const until: unknown = Reflect.get(entry, 'until')
    if (typeof until === 'number' && until < Date.now()) return null
    return Reflect.get(entry, 'value')
  } catch {
    return null
  }
}

export function drop(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    // Nothing was kept.
  }
}
