/**
 * The claims board: open cases by stage and by owner, the month's movement, money against premium (RPT-01 for these
 * rows). Cases are counted within the reader's scope, so that every figure opens the cases behind it; money is the
 * programme's.
 */
import type { claimsBoard as route } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { claimLifecycle } from '@anpei/domain/claims'
import { dayOfInstant, ok, startOfDay, stateOf, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { countVacancies } from '../identity/index.ts'
import { claimScope } from './store-claims.ts'

type Open = { state: string; owner_id: string | null; count: number; overdue: number }

export async function claimsBoard(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const scope = claimScope(tx.actor, 'board.read')
  const month = startOfDay(`${today.slice(0, 7)}-01`)
  const yearFrom = today.slice(5) >= '10-01' ? `${today.slice(0, 4)}-10-01` : `${Number(today.slice(0, 4)) - 1}-10-01`
  const [towns, open, names, moved, premium] = await Promise.all([
    countVacancies(tx.db, tenantId),
    sql<Open>`select c.state, c.owner_id, count(*)::int as count,
      count(*) filter (where c.due_or_never < ${tx.now})::int as overdue
      from claim c where c.tenant_id = ${tenantId} and c.state not in ('closed', 'withdrawn') and ${scope}
      group by c.state, c.owner_id`.execute(tx.db),
    sql<{ id: string; name: string }>`select id, name from staff_user where tenant_id = ${tenantId}`.execute(tx.db),
    sql<{ received: number; closed: number; paid_month: bigint; paid_year: bigint }>`select
      (select count(*)::int from claim c where c.tenant_id = ${tenantId} and c.received_at >= ${month}
        and ${scope}) as received,
      (select count(*)::int from claim c where c.tenant_id = ${tenantId} and c.closed_at >= ${month}
        and ${scope}) as closed,
      (select coalesce(sum(amount_fen), 0)::bigint from payment where tenant_id = ${tenantId} and state = 'paid'
        and paid_at >= ${month}) as paid_month,
      (select coalesce(sum(amount_fen), 0)::bigint from payment where tenant_id = ${tenantId} and state = 'paid'
        and paid_at >= ${startOfDay(yearFrom)}) as paid_year`.execute(tx.db),
    sql<{ fen: bigint }>`select coalesce(sum(premium_per_head_fen * planned_heads), 0)::bigint as fen from policy
      where tenant_id = ${tenantId} and ${today}::date between from_on and to_on`.execute(tx.db),
  ])
  const owners = new Map(names.rows.map((row) => [row.id, row.name]))
  const sums = moved.rows[0]
  const premiumFen = Number(premium.rows[0]?.fen ?? 0n)
  const paidThisYearFen = Number(sums?.paid_year ?? 0n)
  return ok({
    openByState: grouped(open.rows, (row) => row.state).map(({ key, count, overdue }) => ({
      state: key,
      stateWord: claimLifecycle.states[stateOf(claimLifecycle, key)].zh,
      count,
      overdue,
    })),
    openByOwner: grouped(open.rows, (row) => row.owner_id ?? '').map(({ key, count, overdue }) => ({
      ownerId: key || null,
      ownerName: key ? (owners.get(key) ?? '') : '无人承办',
      count,
      overdue,
    })),
    receivedThisMonth: sums?.received ?? 0,
    closedThisMonth: sums?.closed ?? 0,
    paidThisMonthFen: Number(sums?.paid_month ?? 0n),
    paidThisYearFen,
    premiumFen,
    vacancies: towns
      .filter((town) => town.withoutLiaison + town.withoutDeputy > 0)
      .map(({ code, name, withoutLiaison, withoutDeputy }) => ({
        townCode: code,
        townName: name,
        withoutLiaison,
        withoutDeputy,
      })),
    lossRatioBps: premiumFen === 0 ? 0 : Math.round((paidThisYearFen * 10_000) / premiumFen),
  })
}

function grouped(
  rows: readonly Open[],
  keyOf: (row: Open) => string,
): { key: string; count: number; overdue: number }[] {
  const groups = new Map<string, { key: string; count: number; overdue: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key) ?? { key, count: 0, overdue: 0 }
    groups.set(key, { key, count: group.count + row.count, overdue: group.overdue + row.overdue })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)
}
