/** The code that is put into the reporter's hands: sixteen digits nobody can guess; the server keeps its hash only. */
const DIGITS = 16

export function newTipCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(DIGITS * 4))
  // Above 249 a digit would be likelier than another.
  return [...bytes]
    .filter((byte) => byte < 250)
    .slice(0, DIGITS)
    .map((byte) => byte % 10)
    .join('')
}

/** In fours, as it is read out. */
export function spaced(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
