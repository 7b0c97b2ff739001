/** What stands against sending the visitor of a visit on its day (SRV-09). */
import { dayOfInstant } from '@anpei/domain/kernel'
import { coverWarnings, type CoverWarning } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { safetyRules } from './shipped-data.ts'
import type { VisitRecord } from './store.ts'
import { findVisitor } from './store-visitors.ts'

export async function warningsOf(tx: Tx, visit: VisitRecord): Promise<CoverWarning[]> {
  if (visit.visitorId === null || visit.kind === 'video') return []
  const visitor = await findVisitor(tx, visit.visitorId)
  if (!visitor) return []
  return coverWarnings({ ...visitor, safetyNow: safetyRules().version }, visit.slotOn ?? dayOfInstant(tx.now))
}
