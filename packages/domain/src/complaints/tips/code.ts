/** CMP-12: the code a reporter holds: sixteen digits nobody can guess, read out in fours; the server keeps its hash. */
const DIGITS = 16
/** Above it a digit would be likelier than another. */
const FAIR = 250
/** Of so many random bytes enough are fair. */
export const TIP_CODE_BYTES = 64

export function tipCodeOf(bytes: Iterable<number>): string {
  return [...bytes]
    .filter((byte) => byte < FAIR)
    .slice(0, DIGITS)
    .map((byte) => byte % 10)
    .join('')
}

export function spacedCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
