/** CUS-07, CUS-10: claims and payments of a person, and that they bind until ten years after the case is closed. */
import { claimLifecycle, paymentLifecycle, reportLifecycle } from '@anpei/domain/claims'
import { formatYuan, stateOf } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import type { ReportTold } from './reports/store-reports.ts'

export const claimSource: PersonalDataSource = {
  row: 'claims',
  tables: ['report', 'claim', 'payment'],
  gather: async (tx, personId) => Promise.all([reports(tx, personId), claims(tx, personId), payments(tx, personId)]),
  uses: (tenantId, personId) => sql`
    select 'claims' as class, coalesce((c.closed_at at time zone 'Asia/Shanghai')::date, 'infinity'::date) as ended_on
    from claim c where c.tenant_id = ${tenantId} and c.person_id = ${personId}
    union all select 'claims', case when r.state in ('draft', 'verified') then 'infinity'::date
      else (r.received_at at time zone 'Asia/Shanghai')::date end
    from report r where r.tenant_id = ${tenantId} and r.person_id = ${personId}`,
}

function reports(tx: Tx, personId: string) {
  return linesOf<ReportTold>(
    tx,
    {
      title: '报案',
      head: ['报案号', '状态', '出险日期', '收到时间', '报案人', '报案人电话', '事故情况'],
      words: { 1: stateWords(reportLifecycle) },
      told: ({ reporter, accident }) => [reporter.name, reporter.phone, accidentWords(accident)],
    },
    sql`select json_build_array(report_no, state, accident_on, received_at) as line, salt, sealed from report
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by received_at`,
  )
}

async function claims(tx: Tx, personId: string) {
  const { rows } = await sql<{
    claim_no: string
    state: string
    accident_on: string
    received_at: string
    closed_at: string | null
    payable_fen: bigint
    paid_fen: bigint
    salt: Buffer
    sealed: Buffer
  }>`select claim_no, state, accident_on, received_at, closed_at, payable_fen, paid_fen, salt, sealed from claim
    where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by received_at limit 500`.execute(tx.db)
  return {
    title: '赔案',
    head: ['赔案号', '状态', '出险日期', '收到时间', '结案时间', '核定', '已付', '事故情况'],
    rows: rows.map((row) => [
      row.claim_no,
      claimLifecycle.states[stateOf(claimLifecycle, row.state)].zh,
      row.accident_on,
      row.received_at,
      row.closed_at,
      formatYuan(row.payable_fen),
      formatYuan(row.paid_fen),
      narrativeOf(tx.vault.openText(row.salt, row.sealed)),
    ]),
  }
}

/** The words of the accident, as they were told. */
function narrativeOf(text: string): string {
  const { accident }: Pick<ReportTold, 'accident'> = JSON.parse(text)
  return accidentWords(accident)
}

function accidentWords(accident: ReportTold['accident']): string {
  return [accident.narrative, accident.placeText, accident.hospital].filter(Boolean).join('；')
}

/** For claims of the person, and to the person as beneficiary of somebody else. */
async function payments(tx: Tx, personId: string) {
  const { rows } = await sql<{ payment_no: string; amount_fen: bigint; state: string; paid_at: string | null }>`
    select payment_no, amount_fen, state, paid_at from payment where tenant_id = ${tx.actor.tenantId}
      and (person_id = ${personId} or claim_id in (select id from claim where tenant_id = ${tx.actor.tenantId}
        and person_id = ${personId}))
    order by made_at limit 500`.execute(tx.db)
  const words = stateWords(paymentLifecycle)
  return {
    title: '赔款支付',
    head: ['支付号', '金额', '状态', '付讫时间'],
    rows: rows.map((row) => [row.payment_no, formatYuan(row.amount_fen), words[row.state] ?? row.state, row.paid_at]),
  }
}
