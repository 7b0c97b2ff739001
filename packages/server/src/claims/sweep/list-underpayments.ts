/** CLM-16: money still owed, newest first, with its causes in words. */
import type { listUnderpayments as route, UnderpaymentView } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { UNDERPAYMENT_CAUSES, underpaymentLifecycle, type UnderpaymentCause } from '@anpei/domain/claims'
import { ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { BENEFIT_CODES } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { toldTotal } from '../../identity/index.ts'
import { debtRows, debtTotals, type DebtRow } from './store-sweep.ts'

export async function listUnderpayments(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const before = query.cursor === undefined ? null : readCursor(query.cursor)
  if (before === undefined) return refuse('request.malformed')
  const { tenantId } = tx.actor
  const [rows, totals] = await Promise.all([
    debtRows(tx.db, tenantId, query.state, before, query.limit + 1),
    debtTotals(tx.db, tenantId, query.state),
  ])
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map(toView),
    nextCursor: rows.length > query.limit && last ? `${last.found_at}|${last.id}` : null,
    ...toldTotal(totals.count),
    owedFen: Number(totals.owedFen),
  })
}

function toView(row: DebtRow): UnderpaymentView {
  const state = stateOf(underpaymentLifecycle, row.state)
  return {
    id: row.id,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    reportId: row.report_id,
    reportNo: row.report_no,
    programme: row.programme,
    personName: row.person_name,
    accidentOn: row.accident_on,
    benefit: BENEFIT_CODES.find((code) => code === row.benefit) ?? null,
    state,
    stateWord: underpaymentLifecycle.states[state].zh,
    owedFen: row.owed_fen === null ? null : Number(row.owed_fen),
    dueFen: row.due_fen === null ? null : Number(row.due_fen),
    givenFen: Number(row.given_fen),
    causes: row.causes.filter(isCause).map((code) => ({ code, text: UNDERPAYMENT_CAUSES[code] })),
    foundAt: row.found_at,
    correctedAt: row.corrected_at,
  }
}

function isCause(code: string): code is UnderpaymentCause {
  return Object.hasOwn(UNDERPAYMENT_CAUSES, code)
}

function readCursor(text: string): { at: string; id: string } | undefined {
  const match = /^(\d{4}-[\dT:.Z-]{16,24})\|([0-9a-f-]{36})$/.exec(text)
  return match?.[1] && match[2] ? { at: match[1], id: match[2] } : undefined
}
