/** What stands against sending the visitor of a visit on its day (SRV-09). */
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import { coverWarnings, type CoverWarning } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { safetyRules } from './shipped-data.ts'
import type { VisitRecord } from './store.ts'
import { findVisitor, type VisitorRow } from './store-visitors.ts'

export async function warningsOf(tx: Tx, visit: VisitRecord): Promise<CoverWarning[]> {
  if (visit.visitorId === null || visit.kind === 'video') return []
  const visitor = await findVisitor(tx, visit.visitorId)
  if (!visitor) return []
  return warningsOn(visitor, visit.slotOn ?? dayOfInstant(tx.now))
}

export function warningsOn(visitor: VisitorRow, day: Day): CoverWarning[] {
  return coverWarnings({ ...visitor, safetyNow: safetyRules().version }, day)
}
