/** 核查 of complaints (CMP-08). Words lie sealed under the complaint's salt. */
import { recheckLifecycle, type RecheckState } from '@anpei/domain/complaints'
import { stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

type Of = Pick<ComplaintRecord, 'id' | 'salt'>

export type RecheckTold = {
  readonly why: string
  readonly findings: string
  readonly basis: string
  readonly reasons: string
  readonly told: string
}
export type RecheckRecord = {
  readonly id: string
  readonly complaintId: string
  readonly round: number
  readonly state: RecheckState
  readonly askedAt: Instant
  readonly handlerId: string | null
  readonly institutionId: string | null
  readonly outcome: 'upheld' | 'changed' | null
  readonly letterId: string | null
  readonly letterNo: string | null
  readonly toldAt: Instant | null
  readonly sealed: Buffer
}

export async function rechecksWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly RecheckRecord[]> {
  const { rows } = await sql<Omit<RecheckRecord, 'state'> & { state: string }>`select r.id,
      r.complaint_id as "complaintId", r.round, r.state, r.asked_at as "askedAt", r.handler_id as "handlerId",
      r.institution_id as "institutionId", r.outcome, r.letter_id as "letterId", r.letter_no as "letterNo",
      r.told_at as "toldAt", r.sealed
    from complaint_recheck r where r.tenant_id = ${tx.actor.tenantId} and ${where}
    order by r.asked_at desc`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(recheckLifecycle, row.state) }))
}

export function recheckTold(tx: Tx, complaint: Of, { sealed }: RecheckRecord): RecheckTold {
  const told: RecheckTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
  return told
}

export function newRecheckWriting(
  tx: Tx,
  complaint: Of,
  /** `round`: of the decision that is looked at again. */
  made: { readonly id: string; readonly round: number; readonly askedAt: Instant; readonly why: string },
): Writing {
  const told: RecheckTold = { why: made.why, findings: '', basis: '', reasons: '', told: '' }
  return tx.db.insertInto('complaint_recheck').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_id: complaint.id,
    round: made.round,
    state: recheckLifecycle.initial,
    asked_at: made.askedAt,
    recorded_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
    sealed: tx.vault.seal(complaint.salt, JSON.stringify(told)),
  })
}

export type RecheckChange = {
  readonly handler?: { readonly id: string; readonly institutionId: string }
  readonly decision?: { readonly outcome: 'upheld' | 'changed'; readonly letterId: string; readonly letterNo: string }
  readonly told?: Partial<RecheckTold>
}

export function recheckChangeWriting(
  tx: Tx,
  complaint: Of,
  recheck: RecheckRecord,
  step: Transition<RecheckState>,
  { handler, decision, told }: RecheckChange = {},
): Writing {
  return tx.db
    .updateTable('complaint_recheck')
    .set({
      state: step.to,
      ...(handler ? { handler_id: handler.id, institution_id: handler.institutionId } : {}),
      ...(decision
        ? {
            outcome: decision.outcome,
            letter_id: decision.letterId,
            letter_no: decision.letterNo,
            decided_by: tx.actor.id,
            decided_at: tx.now,
          }
        : {}),
      ...(step.to === 'told' ? { told_at: tx.now } : {}),
      sealed: tx.vault.seal(complaint.salt, JSON.stringify({ ...recheckTold(tx, complaint, recheck), ...told })),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', recheck.id)
}
