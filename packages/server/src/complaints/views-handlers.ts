/** CMP-04, CMP-05: whom a complaint may be given to: nobody who must keep out; the best first. And its files. */
import type { getComplaintFile as fileRoute, listComplaintHandlers as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { mayHandle } from './reassign.ts'
import { entriesOf } from './store-entries.ts'
import { findComplaint } from './store.ts'

export async function listComplaintHandlers(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.coordinate')
  if (!found.ok) return found
  const able = await mayHandle(tx, found.value, found.value)
  return ok({
    items: able.map(({ id, name, institution, openCount }, at) => ({
      id,
      name,
      institution,
      open: openCount,
      suggested: at === 0,
    })),
  })
}

/** Papers of the complaint, and those of the request it came from that were taken into its file. */
export async function getComplaintFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [found, file] = await Promise.all([
    findComplaint(tx, params.complaintId, 'complaint.read'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!found.ok) return found
  const complaint = found.value
  if (!file) return refuse('request.not_found')
  const own = file.subjectKind === 'complaint' && file.subjectId === complaint.id
  const taken = own || (await entriesOf(tx, complaint)).some((entry) => entry.documentIds.includes(file.documentId))
  return taken ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}
