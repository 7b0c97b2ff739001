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

/** Without one item of a list of the version. */
export function withoutItemAt(data: Data, list: Path, index: number): Data {
  const left = listAt(data, list).filter((_, at) => at !== index)
  return withValue(data, list, left)
}

export function withItemAt(data: Data, list: Path, item: unknown): Data {
  return withValue(data, list, [...listAt(data, list), item])
}

/** A benefit goes, and with it what exclusions said about it; an exclusion of nothing else goes too. */
export function withoutBenefit(data: Data, code: string): Data {
  const benefits = listAt(data, ['benefits']).filter((benefit) => textAt(benefit, ['code']) !== code)
  const exclusions = listAt(data, ['exclusions'])
    .filter(isData)
    .map((one) => ({ ...one, appliesTo: listAt(one, ['appliesTo']).filter((other) => other !== code) }))
    .filter((one) => one.appliesTo.length > 0)
  return { ...data, benefits, exclusions }
}

/**
 * A benefit comes back as it stands in `benefit`, and into the exclusions that held for it before; one that went with
 * it comes back for it alone.
 */
export function withBenefit(data: Data, benefit: Data, exclusionsBefore: readonly Data[]): Data {
  const code = textAt(benefit, ['code'])
  const before = exclusionsBefore.filter((one) => listAt(one, ['appliesTo']).includes(code))
  const codes = new Set(before.map((one) => textAt(one, ['code'])))
  const kept = listAt(data, ['exclusions']).filter(isData)
  const held = new Set(kept.map((one) => textAt(one, ['code'])))
  const exclusions = [
    ...kept.map((one) =>
      codes.has(textAt(one, ['code']))
        ? { ...one, appliesTo: [...new Set([...listAt(one, ['appliesTo']), code])] }
        : one,
    ),
    ...before.filter((one) => !held.has(textAt(one, ['code']))).map((one) => ({ ...one, appliesTo: [code] })),
  ]
  return { ...withItemAt(data, ['benefits'], benefit), exclusions }
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
