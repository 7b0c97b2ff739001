/** The proof of a look at the registration, for those who put it forward or confirm it (PRG-04, ORG-05). */
import type { getResidenceProof as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { RESIDENCE } from './residence-change.ts'

export async function getResidenceProof(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const may = holds(tx.actor, 'report.verify') || holds(tx.actor, 'roster.confirm')
  const file = may && (await findFile(tx.db, tx.actor.tenantId, params.fileId))
  return file && file.subjectKind === RESIDENCE && file.subjectId === params.residenceId
    ? ok(await openFile(tx, file, false))
    : refuse('request.not_found')
}
