/**
 * Sealed matters (CUS-11) for those who may open one: what kind, why and since when, and who has looked inside; nothing
 * of the matter itself. What concerns the reader is not listed.
 */
import type { listSeals as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { SEALED_KINDS } from '@anpei/domain/customers'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { concernedBySeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'

type Row = {
  subject_kind: string
  subject_id: string
  reason: string
  sealed_at: Instant
  shut: boolean
  keeper: boolean
  opened: boolean
  openings: { by: string; at: Instant; reason: string }[]
}

export async function listSeals(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, id } = tx.actor
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const before = place ? sql`and (s.sealed_at, s.subject_id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``
  const { rows } = await sql<Row>`select s.subject_kind, s.subject_id, s.reason, s.sealed_at, s.shut,
      ${id}::uuid = any(s.keepers) as keeper,
      coalesce(bool_or(o.opened_by = ${id}::uuid and o.until_at > ${tx.now}::timestamptz), false) as opened,
      coalesce(json_agg(json_build_object('by', coalesce(u.name, ''), 'at', o.opened_at, 'reason', o.reason)
        order by o.opened_at desc) filter (where o.id is not null), '[]') as openings
    from seal s left join seal_opening o on o.tenant_id = s.tenant_id and o.subject_kind = s.subject_kind
      and o.subject_id = s.subject_id
    left join staff_user u on u.tenant_id = o.tenant_id and u.id = o.opened_by
    where s.tenant_id = ${tenantId} and s.lifted_at is null ${before}
      and not ${concernedBySeal(tx.actor, sql`s.subject_kind`, sql`s.subject_id`)}
    group by s.tenant_id, s.subject_kind, s.subject_id
    order by s.sealed_at desc, s.subject_id desc limit ${query.limit + 1}`.execute(tx.db)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.sealed_at, row.subject_id],
      (row) => ({
        kind: row.subject_kind,
        id: row.subject_id,
        kindWord: SEALED_KINDS[row.subject_kind] ?? '其他事项',
        reason: row.reason,
        sealedAt: row.sealed_at,
        shut: row.shut,
        openTo: row.keeper
          ? ('keeper' as const)
          : !row.shut
            ? ('unconcerned' as const)
            : row.opened
              ? ('opened' as const)
              : null,
        openings: row.openings.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
      }),
    ),
  )
}
