/** What stands in the way of closing a case, read in one statement (CLM-20); also shown on the claim page. */
import { BENEFIT_WORDS, type ClosingFacts } from '@anpei/domain/claims'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { ClaimRecord } from './store-claims.ts'

const LETTER_WORDS: Readonly<Record<string, string>> = {
  payment_notice: '赔付通知书',
  denial_notice: '拒绝给付通知书',
  supplement_notice: '补充资料通知书',
  delay_notice: '延期告知书',
  recovery_notice: '追回多付款项通知书',
  reconsideration_answer: '理赔复议答复书',
  authority_request: '调取资料函',
}

type Columns = {
  tasks: string[]
  letters: { kind: string; letter_no: string }[]
  supplements: number
  messages: number
  payments: string[]
  recoveries: string[]
  litigations: string[]
}

/** Numbers of open recoveries and suits, as two columns of a select. */
const OPEN_AFTERWARDS = (tenantId: number, claimId: string) => sql`
  (select coalesce(json_agg(r.recovery_no order by r.made_at), '[]') from recovery r where r.tenant_id = ${tenantId}
    and r.claim_id = ${claimId} and r.state in ('open', 'asked')) as recoveries,
  (select coalesce(json_agg(l.case_no order by l.made_at), '[]') from litigation l where l.tenant_id = ${tenantId}
    and l.claim_id = ${claimId} and l.state <> 'ended') as litigations`

export async function closingFactsOf(tx: Tx, claim: Pick<ClaimRecord, 'id' | 'lines'>): Promise<ClosingFacts> {
  const { tenantId } = tx.actor
  const found = await sql<Columns>`
    select
      (select coalesce(json_agg(t.title order by t.made_at), '[]') from claim_task t where t.tenant_id = ${tenantId}
        and t.claim_id = ${claim.id} and t.state in ('open', 'waiting')) as tasks,
      (select coalesce(json_agg(json_build_object('kind', t.kind, 'letter_no', t.letter_no) order by t.issued_at), '[]')
        from letter t where t.tenant_id = ${tenantId} and t.subject_id = ${claim.id}
          and t.delivered_at is null) as letters,
      (select count(*)::int from supplement_request s where s.tenant_id = ${tenantId} and s.claim_id = ${claim.id}
        and s.arrived_at is null) as supplements,
      (select count(*)::int from claim_message m where m.tenant_id = ${tenantId} and m.claim_id = ${claim.id}
        and m.answered_at is null) as messages,
      (select coalesce(json_agg(p.payment_no order by p.made_at), '[]') from payment p where p.tenant_id = ${tenantId}
        and p.claim_id = ${claim.id} and p.state in ('due', 'signing', 'batched', 'sent')) as payments,
      ${OPEN_AFTERWARDS(tenantId, claim.id)}`.execute(tx.db)
  const row = found.rows[0]
  return {
    lines: claim.lines.map((line) => ({
      title: benefitWord(line.benefit),
      state: line.state,
      reserveFen: line.reserveFen,
    })),
    openTasks: row?.tasks ?? [],
    undeliveredLetters: (row?.letters ?? []).map((one) => `${LETTER_WORDS[one.kind] ?? one.kind}（${one.letter_no}）`),
    openSupplements: row?.supplements ?? 0,
    openMessages: row?.messages ?? 0,
    unpaidPayments: row?.payments ?? [],
    openRecoveries: row?.recoveries ?? [],
    openLitigations: row?.litigations ?? [],
  }
}

function benefitWord(code: string): string {
  return Object.entries(BENEFIT_WORDS).find(([known]) => known === code)?.[1] ?? code
}
