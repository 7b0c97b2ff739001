/** What stands between complaints and their closing (CMP-10), read for one or for a page of them. */
import { isUnreachable, type ClosingFacts } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import { callbackStandings } from '../../callbacks/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ComplaintTold } from '../store.ts'
import { reachOf } from './store-reach.ts'

type Row = {
  id: string
  reached: boolean
  proved: boolean
  acts: string[]
  coded: boolean
  recheck: boolean
  paused: boolean
  major: boolean
  kept: boolean
  personId: string | null
  salt: Buffer
  sealed: Buffer
}

export async function closingFactsOf(
  tx: Tx,
  complaintIds: readonly string[],
  standings = callbackStandings(tx, 'complaint', complaintIds),
): Promise<ReadonlyMap<string, ClosingFacts>> {
  const reading = sql<Row>`select c.id, d.reached_at is not null as reached,
      coalesce(d.proved, false) as proved, c.cause is not null as coded,
      coalesce((select array_agg(a.kind order by a.due_on) from complaint_act a where a.tenant_id = c.tenant_id
        and a.complaint_id = c.id and a.state = 'promised'), '{}') as acts,
      c.major, coalesce(d.way = 'kept', false) as kept, c.person_id as "personId", c.salt, c.sealed,
      exists (select from complaint_recheck r where r.tenant_id = c.tenant_id and r.complaint_id = c.id
        and r.state in ('asked', 'assigned', 'decided')) as recheck,
      exists (select from complaint_span s where s.tenant_id = c.tenant_id and s.complaint_id = c.id
        and s.to_at is null) as paused
    from complaint c left join complaint_decision d on d.tenant_id = c.tenant_id and d.complaint_id = c.id
      and d.round = c.round
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${complaintIds}::uuid[])`.execute(tx.db)
  const [{ rows }, callbacks] = await Promise.all([reading, standings])
  const facts = await Promise.all(
    rows.map(async (row): Promise<readonly [string, ClosingFacts]> => {
      const callback = callbacks.get(row.id)
      return [
        row.id,
        {
          decisionReached: row.reached,
          deliveryProved: row.proved,
          openActs: row.acts,
          unreachable: row.kept && (await stillUnreachable(tx, row)),
          callback: callback
            ? { state: callback.state, distinctDays: callback.distinctDays, satisfied: callback.satisfied }
            : null,
          causeCoded: row.coded,
          recheckOpen: row.recheck,
          pausedOpen: row.paused,
          majorOpen: row.major,
        },
      ]
    }),
  )
  return new Map(facts)
}

/** Whoever left a number since is told and asked after like everybody. */
async function stillUnreachable(tx: Tx, { id, personId, salt, sealed }: Row): Promise<boolean> {
  const told: ComplaintTold = JSON.parse(tx.vault.openText(salt, sealed))
  return isUnreachable(await reachOf(tx, { id, personId, told }))
}
