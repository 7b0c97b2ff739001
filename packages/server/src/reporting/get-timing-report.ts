/** T28: a weekly report as PDF or workbook. */
import type { getTimingReport as route } from '@anpei/contract/reporting'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../http/index.ts'
import { findReport } from './store-reports.ts'

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export async function getTimingReport(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const report = await findReport(tx.db, tx.actor.tenantId, params.reportId)
  if (!report) return refuse('request.not_found')
  const file =
    params.format === 'pdf'
      ? { id: report.pdf_id, salt: report.pdf_salt }
      : { id: report.xlsx_id, salt: report.xlsx_salt }
  const bytes = tx.vault.open(file.salt, await tx.app.files.get(tx.actor.tenantId, file.id))
  return ok({
    bytes,
    mediaType: MEDIA_TYPES[params.format],
    fileName: `时效周报-${report.week_key}.${params.format}`,
  })
}
