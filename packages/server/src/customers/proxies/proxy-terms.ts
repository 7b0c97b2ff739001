/** How long a consent may last at most, from config/proxies.json (CUS-05), read once. */
import { readFileSync } from 'node:fs'

type ProxyTerms = { readonly longestDays: number }
let terms: ProxyTerms | undefined

export function proxyTerms(): ProxyTerms {
  if (terms) return terms
  const source: ProxyTerms = JSON.parse(
    readFileSync(new URL('../../../../../config/proxies.json', import.meta.url), 'utf8'),
  )
  return (terms = source)
}
