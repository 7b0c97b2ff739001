/** CUS-10: on the first of a month what is due is put on lists by itself; who may approve finds them waiting. */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { retentionClasses } from './privacy-lists.ts'
import { proposeRetention } from './propose-retention.ts'

export async function proposeMonthly(tx: Tx, sources: readonly PersonalDataSource[]): Promise<void> {
  if (!dayOfInstant(tx.now).endsWith('-01')) return
  // Nothing due, or a list that still waits: then there is none this month.
  for (const kind of new Set(retentionClasses().map((one) => one.subject))) {
    await proposeRetention(tx, { body: { class: kind } }, sources)
  }
}
