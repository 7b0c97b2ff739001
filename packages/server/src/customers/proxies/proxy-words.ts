/** CUS-05: who acted for somebody, and on what consent, in one line for the timelines. */
import { PROOF_KINDS, PROXY_ACTS } from '@anpei/domain/customers'
import type { Db } from '../../db/index.ts'

type Facts = Readonly<Record<string, unknown>>

/**
 * What an event says of the one who acted, in words: “陈小明（子女）代办，凭书面委托（递交资料，2026-11-01至2027-10-31）”, or
 * “陈小红（子女）代办，没有登记委托”; undefined = the insured.
 */
export async function proxyWords(
  db: Db,
  tenantId: number,
  events: readonly { readonly facts: Facts }[],
): Promise<(facts: Facts) => string | undefined> {
  const idsOf = (name: string) => [
    ...new Set(events.flatMap(({ facts }) => (typeof facts[name] === 'string' ? [facts[name]] : []))),
  ]
  const [proxies, errands] = await Promise.all([
    wordsOfProxies(db, tenantId, idsOf('proxyId')),
    wordsOfErrands(db, tenantId, idsOf('errandId')),
  ])
  return (facts) => proxies.get(String(facts['proxyId'])) ?? errands.get(String(facts['errandId']))
}

async function wordsOfProxies(db: Db, tenantId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('proxy')
    .select(['id', 'proxy_name', 'relation', 'act', 'proof_kind', 'from_on', 'to_on'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => {
      const [proof, act] = [wordOf(PROOF_KINDS, row.proof_kind), wordOf(PROXY_ACTS, row.act)]
      const consent = `${proof}委托（${act}，${row.from_on}至${row.to_on}）`
      return [row.id, `${row.proxy_name}（${row.relation}）代办，凭${consent}`]
    }),
  )
}

async function wordsOfErrands(db: Db, tenantId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('errand')
    .select(['id', 'name', 'relation'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.name}（${row.relation}）代办，没有登记委托`]))
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
