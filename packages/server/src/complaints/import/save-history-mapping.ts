/** CMP-13: how an institution's files are read is kept under a name, for the next one. */
import type { saveHistoryMapping as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findInstitution, saveMapping } from './store-imports.ts'

export async function saveHistoryMapping(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (!(await findInstitution(tx, body.institutionId))) return refuse('request.not_found')
  const id = await saveMapping(tx, body)
  tx.record({ name: 'complaint_import.mapping_saved', subject: { kind: 'complaint_mapping', id } })
  return ok({ id })
}
