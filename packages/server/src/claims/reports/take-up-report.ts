/** CLM-01: see end-report.ts. */
import type { takeUpReport as route, ReportStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { endReport } from './end-report.ts'

export async function takeUpReport(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ReportStand>> {
  return endReport(tx, params.reportId, 'take_up_again', body.reason)
}
