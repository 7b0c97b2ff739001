/**
 * CLM-14: who looks up a case by its number sees only enough of the name to know that it is the right case: 陈秀英 → 陈*英.
 */
export function maskName(name: string): string {
  const characters = [...name]
  const first = characters[0] ?? ''
  if (characters.length <= 1) return first
  if (characters.length === 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1) ?? ''}`
}
