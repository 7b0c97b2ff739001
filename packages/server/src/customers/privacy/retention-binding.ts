/**
 * CUS-10: until when the data of persons must be kept, and whether a running matter holds them. What stands with a
 * record that was merged into a person binds the person.
 */
import { beforeDay, keptUntil, type Binding, type LastUse } from '@anpei/domain/customers'
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { retentionClasses } from './privacy-lists.ts'

export type BoundPerson = Binding & {
  readonly personId: string
  readonly endedOn: Day
  /** A case or cover binds, not only the time we keep enquiries by our own choice. */
  readonly byLaw: boolean
}

/** Persons whom a use within its period, or a hold, still binds: passed over by the database itself. */
export function boundNow(tx: Tx, sources: readonly PersonalDataSource[]): RawBuilder<boolean> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const running = retentionClasses().map(
    (one) => sql`(u.class = ${one.id} and u.ended_on >= ${beforeDay(one, today)}::date)`,
  )
  return sql<boolean>`(exists (select from ${selves(tenantId)} cross join lateral (${allUses(tenantId, sources)}) u
      where ${sql.join(running, sql` or `)})
    or ${holds(tenantId)})`
}

/** The person and the records merged into it, aliased `m`. */
function selves(tenantId: number): RawBuilder<unknown> {
  return sql`(select p.id union all select x.id from person x where x.tenant_id = ${tenantId}
    and x.merged_into = p.id) m`
}

function allUses(tenantId: number, sources: readonly PersonalDataSource[]): RawBuilder<unknown> {
  const uses = sources.flatMap((source) => source.uses?.(tenantId, sql`m.id`) ?? [])
  return sql.join(uses, sql` union all `)
}

function holds(tenantId: number): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${selves(tenantId)} join legal_hold h on h.tenant_id = ${tenantId}
    and h.person_id = m.id and h.lifted_at is null)`
}

type UseRow = { class: string; endedOn: string }

/** `which`: a condition on the table `person`, aliased `p`, with its order and limit. */
export async function bindingsOf(
  tx: Tx,
  sources: readonly PersonalDataSource[],
  which: RawBuilder<unknown>,
): Promise<BoundPerson[]> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const { rows } = await sql<{ id: string; createdOn: Day; held: boolean; uses: UseRow[] | null }>`
    select p.id, (p.created_at at time zone 'Asia/Shanghai')::date as "createdOn",
      ${holds(tenantId)} as held,
      (select json_agg(json_build_object('class', u.class, 'endedOn', u.ended_on::text))
        from (select class, max(ended_on) as ended_on from ${selves(tenantId)}
          cross join lateral (${allUses(tenantId, sources)}) all_uses group by class) u) as uses
    from person p where p.tenant_id = ${tenantId} and p.erased_at is null and ${which}`.execute(tx.db)
  return rows.map(({ id, createdOn, held, uses: found }) => {
    const known: LastUse[] = (found ?? []).map((one) => ({
      class: one.class,
      endedOn: one.endedOn === 'infinity' ? 'open' : one.endedOn,
    }))
    // Somebody without cover or case: counted from when we came to know him.
    const all: LastUse[] = known.length > 0 ? known : [{ class: 'enquiries', endedOn: createdOn }]
    const days = all.flatMap((one) => (one.endedOn === 'open' ? [] : [one.endedOn])).sort()
    return {
      personId: id,
      held,
      today,
      keptUntil: keptUntil(all, retentionClasses()),
      endedOn: days.at(-1) ?? createdOn,
      byLaw: known.length > 0,
    }
  })
}
