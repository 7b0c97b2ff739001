/** Reading of untyped letter data: the few questions the template and contact parsers ask. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The trimmed text of a field, or undefined when it is not a non-empty text. */
export function textOf(record: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = record[field]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The texts of a list, or undefined when one of them is not a non-empty text. */
export function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((entry) => typeof entry === 'string' && entry.trim() !== '')
  return texts.length === value.length && texts.length > 0 ? texts.map((entry) => String(entry).trim()) : undefined
}
