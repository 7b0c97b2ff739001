/** A place in a list: the sorting values of its last row, so that deep pages cost the same as the first. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Null for no cursor, or one that was not made for a list of this many sorting values. */
export function readCursor(text: string | undefined, parts: number): string[] | null {
  if (!text) return null
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(found) || found.length !== parts || !found.every((part) => typeof part === 'string')) return null
    return found.map(String)
  } catch {
    return null
  }
}

type Page<T> = { items: T[]; nextCursor: string | null; total: number | null; totalMore: boolean }

/** A page from one row more than was asked for; no count where the list is never asked for one. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  place: (row: R) => readonly string[],
  item: (row: R) => T,
  total: number | null = null,
): Page<T> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  const most = 10_000
  return {
    items: kept.map(item),
    nextCursor: rows.length > limit && last ? cursorOf(place(last)) : null,
    total: total === null ? null : Math.min(total, most),
    totalMore: total !== null && total > most,
  }
}
