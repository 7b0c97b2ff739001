/** Recoveries with their entries as screens show them (CLM-16). */
import type { RecoveryView } from '@anpei/contract/claims'
import { owedOf, recoveryCan, recoveryEntryCan, recoveryEntryLifecycle, recoveryLifecycle } from '@anpei/domain/claims'
import { ok, refuse, stateOf, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { instantOf } from '../claim-page.ts'
import { benefitOf } from '../page-views.ts'

type Entry = {
  id: string
  kind: string
  state: string
  amount_fen: number
  reference: string | null
  received_on: Day | null
  sealed: string
  made_by: string
  maker: string | null
  made_at: string
  checker: string | null
}
type Columns = {
  id: string
  recovery_no: string
  claim_id: string
  claim_no: string
  claim_salt: Buffer
  person_name: string
  benefit: string
  state: string
  amount_fen: bigint
  repaid_fen: bigint
  waived_fen: bigint
  letter_no: string | null
  delivered_at: Instant | null
  made_at: Instant
  entries: Entry[] | null
}

/** Rows of `recovery r` that `where` allows, newest first. */
export async function recoveryViews(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<RecoveryView[]> {
  const found = await sql<Columns>`
    select r.id, r.recovery_no, r.claim_id, c.claim_no, c.salt as claim_salt, n.name as person_name, l.benefit,
      r.state, r.amount_fen, r.repaid_fen, r.waived_fen, t.letter_no, t.delivered_at, r.made_at,
      (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'state', e.state, 'amount_fen', e.amount_fen,
        'reference', e.reference, 'received_on', e.received_on, 'sealed', encode(e.sealed, 'base64'),
        'made_by', e.made_by, 'maker', m.name, 'made_at', e.made_at, 'checker', k.name) order by e.made_at, e.id)
        from recovery_entry e
        left join staff_user m on m.tenant_id = e.tenant_id and m.id = e.made_by
        left join staff_user k on k.tenant_id = e.tenant_id and k.id = e.checked_by
        where e.tenant_id = r.tenant_id and e.recovery_id = r.id) as entries
    from (select * from recovery r where r.tenant_id = ${tx.actor.tenantId} and ${where}
      order by r.made_at desc, r.id desc limit ${limit}) r
    join claim c on c.tenant_id = r.tenant_id and c.id = r.claim_id
    join claim_line l on l.tenant_id = r.tenant_id and l.id = r.claim_line_id
    join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
    left join letter t on t.tenant_id = r.tenant_id and t.id = r.letter_id
    order by r.made_at desc, r.id desc`.execute(tx.db)
  return found.rows.map((row) => recoveryView(tx, row))
}

function recoveryView(tx: Tx, row: Columns): RecoveryView {
  const state = stateOf(recoveryLifecycle, row.state)
  const sums = { amountFen: row.amount_fen, repaidFen: row.repaid_fen, waivedFen: row.waived_fen }
  return {
    id: row.id,
    recoveryNo: row.recovery_no,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    personName: row.person_name,
    benefit: benefitOf(row.benefit),
    state,
    stateWord: recoveryLifecycle.states[state].zh,
    amountFen: Number(row.amount_fen),
    repaidFen: Number(row.repaid_fen),
    waivedFen: Number(row.waived_fen),
    owedFen: state === 'superseded' ? 0 : Number(owedOf(sums)),
    letterNo: row.letter_no,
    letterDeliveredAt: row.delivered_at,
    madeAt: row.made_at,
    entries: (row.entries ?? []).map((entry) => entryView(tx, row.claim_salt, entry)),
    can: recoveryCan({ ...sums, state }, tx.actor),
  }
}

function entryView(tx: Tx, salt: Buffer, entry: Entry): RecoveryView['entries'][number] {
  const state = stateOf(recoveryEntryLifecycle, entry.state)
  const kind = entry.kind === 'waiver' ? 'waiver' : 'repayment'
  return {
    id: entry.id,
    kind,
    state,
    stateWord: recoveryEntryLifecycle.states[state].zh,
    amountFen: entry.amount_fen,
    reference: entry.reference,
    receivedOn: entry.received_on,
    note: tx.vault.openText(salt, Buffer.from(entry.sealed, 'base64')),
    madeBy: entry.maker ?? '',
    madeAt: instantOf(entry.made_at),
    checkedBy: entry.checker,
    can: recoveryEntryCan({ state, kind, madeBy: entry.made_by }, tx.actor),
  }
}

export async function recoveryAnswer(tx: Tx, id: string): Promise<Decision<RecoveryView>> {
  const [view] = await recoveryViews(tx, sql<boolean>`r.id = ${id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}
