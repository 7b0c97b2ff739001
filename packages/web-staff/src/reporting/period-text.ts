/** The period of a standing duty as people say it (RPT-06): `2026-W48` → 2026年第48周; anything else stays as it is. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})-W0?(\d{1,2})$/, '$1年第$2周'],
  [/^(\d{4})-Q(\d)$/, '$1年第$2季度'],
  [/^(\d{4})-H1$/, '$1年上半年'],
  [/^(\d{4})-H2$/, '$1年下半年'],
  [/^(\d{4})-0?(\d{1,2})$/, '$1年$2月'],
  [/^(\d{4})$/, '$1年'],
]

export function periodText(key: string): string {
  const found = WORDS.find(([form]) => form.test(key))
  return found ? key.replace(...found) : key
}
