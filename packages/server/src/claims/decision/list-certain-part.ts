/** CLM-13, 保险法 25: cases within the reader's scope whose sixty days run out, with the next step towards paying. */
import type { listCertainPart as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CERTAIN_PART_CLOCK, CERTAIN_PART_STEPS, claimLifecycle, nextForCertainPart } from '@anpei/domain/claims'
import { addDays, dayOfInstant, daysBetween, ok, startOfDay, stateOf, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { claimScope } from '../store-claims.ts'

type Columns = {
  id: string
  claim_no: string
  person_name: string
  owner: string | null
  state: string
  started_at: string
  due_at: string
  certain_fen: bigint | null
  unpaid_fen: bigint
}

export async function listCertainPart(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const until = startOfDay(addDays(dayOfInstant(tx.now), query.withinDays + 1))
  const { rows } = await sql<Columns>`
    select c.id, c.claim_no, n.name as person_name, u.name as owner, c.state, k.started_at, k.due_at,
      (select a.payable_fen from assessment a where a.tenant_id = c.tenant_id and a.claim_id = c.id
        order by a.revision desc limit 1) as certain_fen,
      (select coalesce(sum(p.amount_fen), 0)::bigint from payment p where p.tenant_id = c.tenant_id
        and p.claim_id = c.id and p.state in ('due', 'signing', 'batched', 'sent')) as unpaid_fen
    from (select subject_id, started_at, due_at from clock where tenant_id = ${tenantId} and state = 'running'
      and due_at <= ${until} and clock_id = ${CERTAIN_PART_CLOCK}) k
    join claim c on c.tenant_id = ${tenantId} and c.id = k.subject_id
    join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
    where c.state not in ('closed', 'withdrawn') and ${claimScope(tx.actor, 'claim.read')}
    order by k.due_at, c.id limit ${query.limit}`.execute(tx.db)
  const left = await timeLeftBy(tx)
  const items = rows.map((row) => rowOf(tx, row, left))
  return ok({ items, late: items.filter((item) => item.late).length })
}

function rowOf(tx: Tx, row: Columns, left: TellLeft): Answer<typeof route>['items'][number] {
  const state = stateOf(claimLifecycle, row.state)
  const next = nextForCertainPart({ state, certainFen: row.certain_fen, unpaidFen: row.unpaid_fen })
  return {
    claimId: row.id,
    claimNo: row.claim_no,
    personName: row.person_name,
    ownerName: row.owner,
    state,
    stateWord: claimLifecycle.states[state].zh,
    startedAt: row.started_at,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, CERTAIN_PART_CLOCK),
    late: row.due_at < tx.now,
    dayNo: daysBetween(dayOfInstant(row.started_at), dayOfInstant(tx.now)),
    certainFen: row.certain_fen === null ? null : Number(row.certain_fen),
    unpaidFen: Number(row.unpaid_fen),
    next,
    nextWord: CERTAIN_PART_STEPS[next],
  }
}
