/**
 * Years of settled claims (and one in a hundred open): reports, claims, lines, assessments, proposals, approvals,
 * payments, clocks, events.
 */
import { fillStore } from './fill-store.ts'
import type { Ground } from './ground.ts'
import { assessmentTold, reportTold } from './told.ts'

export function fillClaims(ground: Ground, upTo: number, log: (line: string) => void): Promise<number> {
  return fillStore(ground, upTo, log, {
    what: 'claims',
    held: `select count(*)::int as n from claim where claim_no > 'P' and claim_no like '%X'`,
    officers: ['assessor1', 'assessor2', 'head'],
    told: { report: reportTold(), assessment: assessmentTold() },
    batch: new URL('./fill.sql', import.meta.url),
  })
}
