/**
 * Reads and changes a programme version that is being edited as plain data, path by path, without touching the old
 * one.
 */
export type Data = Readonly<Record<string, unknown>>
export type Path = readonly (string | number)[]

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listAt(data: unknown, path: Path): readonly unknown[] {
  const found = valueAt(data, path)
  return Array.isArray(found) ? found : []
}

export function dataAt(data: unknown, path: Path): Data {
  const found = valueAt(data, path)
  return isData(found) ? found : {}
}

export function textAt(data: unknown, path: Path): string {
  const found = valueAt(data, path)
  return typeof found === 'string' ? found : ''
}

export function valueAt(data: unknown, path: Path): unknown {
  const [first, ...rest] = path
  if (first === undefined) return data
  if (Array.isArray(data) && typeof first === 'number') return valueAt(data[first], rest)
  return isData(data) ? valueAt(data[first], rest) : undefined
}

export function withValue(data: Data, path: Path, value: unknown): Data {
  const changed = changeAt(data, path, value)
  return isData(changed) ? changed : data
}

function changeAt(data: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) => (index === first ? changeAt(item, rest, value) : item))
  }
  const old = isData(data) ? data : {}
  return { ...old, [first]: changeAt(old[first], rest, value) }
}

/** The data written in a text, or what is wrong with the text. */
export function dataOfText(
  text: string,
): { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly fault: string } {
  try {
    const data: unknown = JSON.parse(text)
    return isData(data) ? { ok: true, data } : { ok: false, fault: '应当是一个对象：以 { 开头，以 } 结束。' }
  } catch (fault) {
    return { ok: false, fault: `写法有误：${fault instanceof Error ? fault.message : ''}` }
  }
}
