/** Every refusal a person can read: code, HTTP status, the Chinese and the English sentence. */
import { generated, table, type House } from '../tidy/index.ts'

export function refusalsDocument(house: House): string {
  const listed = [...house.catalogues.refusals].sort((a, b) => (a.name < b.name ? -1 : 1))
  return generated('Refusals', [
    'A refusal is the business saying no: a code, a status and facts; `{name}` stands for the fact of that name.',
    table(
      ['Code', 'Status', '中文', 'English'],
      listed.map(({ name, value }) => [`\`${name}\``, String(value.status), value.zh, value.en]),
    ),
  ])
}
