/** NTF-01: looks again at the facts of claims before notices about them leave; one statement for many. */
import { claimLifecycle, truthOfNotice } from '@anpei/domain/claims'
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { Checked, NoticeToCheck } from '../../notifications/index.ts'
import { paidBeforeFen } from './notice-facts.ts'
import { PAPERS_OCCASION, papersRound } from '../papers/papers-round.ts'

type Row = {
  id: string
  state: string
  decided_at: Instant | null
  payable_fen: bigint
  paid_before_fen: bigint
  asks_papers: boolean
  last_paid_at: Instant | null
}

export async function checkNotices(tx: Tx, notices: readonly NoticeToCheck[]): Promise<ReadonlyMap<string, Checked>> {
  const checked = new Map<string, Checked>()
  const own = notices.filter((notice) => notice.subjectKind === 'claim')
  if (own.length === 0) return checked
  const ids = [...new Set(own.map((notice) => notice.subjectId))]
  const { rows } = await sql<Row>`
    select c.id, c.state, c.decided_at, c.payable_fen, ${paidBeforeFen} as paid_before_fen,
      exists (select 1 from supplement_request s where s.tenant_id = c.tenant_id and s.claim_id = c.id
        and s.arrived_at is null) as asks_papers,
      (select max(p.paid_at) from payment p where p.tenant_id = c.tenant_id and p.claim_id = c.id) as last_paid_at
    from claim c where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  const claims = new Map(rows.map((row) => [row.id, row]))
  const look = async (notice: NoticeToCheck): Promise<void> => {
    const row = claims.get(notice.subjectId)
    if (!row) return
    const truth = truthOfNotice(notice.template, notice.createdAt, {
      state: stateOf(claimLifecycle, row.state),
      decidedAt: row.decided_at,
      payableFen: row.payable_fen,
      paidBeforeFen: row.paid_before_fen,
      asksPapers: row.asks_papers,
      lastPaidAt: row.last_paid_at,
    })
    if (truth) checked.set(notice.id, truth)
    else if (notice.occasion.startsWith(PAPERS_OCCASION)) checked.set(notice.id, await papersByNow(tx, notice))
  }
  await Promise.all(own.map(look))
  return checked
}

/** NTF-02: how many came until the round was over. */
async function papersByNow(tx: Tx, { subjectId, occasion }: NoticeToCheck): Promise<Checked> {
  const round = await papersRound(tx, { claimId: subjectId, eventId: occasion.slice(PAPERS_OCCASION.length) })
  return { facts: round ? { count: String(round.count) } : {} }
}
