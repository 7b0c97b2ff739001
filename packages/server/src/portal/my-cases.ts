/**
 * POR-03: the cases of everybody this account acts for, and what it reported itself; a mere reporter sees only the
 * step.
 */
import type { portalMyCases as route } from '@anpei/contract/portal'
import type { Answer } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import { reporterProgress } from '@anpei/domain/portal'
import type { Tx } from '../http/index.ts'
import { linkedPersons } from './store.ts'
import { casesOfPersons } from './store-cases.ts'
import { caseProgress } from './views.ts'

export async function myCases(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { actor, db } = tx
  const linked = await linkedPersons(db, actor.tenantId, actor.id, dayOfInstant(tx.now))
  const own = new Set(linked.map((person) => person.id))
  const rows = await casesOfPersons(db, actor.tenantId, [...own], actor.id)
  return ok({
    cases: rows.map((row) => {
      const mayOpen = row.personId !== null && own.has(row.personId)
      const { next, turn } = mayOpen ? caseProgress(row) : reporterProgress(row.reportState)
      return {
        reportId: row.reportId, claimId: mayOpen ? row.claim?.id ?? null : null,
        caseNo: mayOpen ? row.claim?.claimNo ?? row.reportNo : row.reportNo,
        personName: mayOpen ? row.personName : '', accidentOn: row.accidentOn, next, turn, receivedAt: row.receivedAt,
        mayOpen,
      }
    }),
  })
}
