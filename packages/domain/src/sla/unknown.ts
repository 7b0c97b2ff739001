/** Reading data of unknown shape (definitions and calendars are data, CLK-01). */
export function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

export function isWholeNumber(input: unknown): input is number {
  return typeof input === 'number' && Number.isSafeInteger(input) && input >= 0
}

export function isText(input: unknown): input is string {
  return typeof input === 'string' && input.trim() !== ''
}

export function isTextList(input: unknown): input is readonly string[] {
  return Array.isArray(input) && input.every(isText)
}
