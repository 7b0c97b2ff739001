/**
 * CUS-06, CUS-08, CUS-11: the recording of a call, for who works at the desk, sees this call and says why; the look and
 * its reason stand in the log before it is heard. A call that belongs to a matter the listener may not see is silent.
 */
import type { Input } from '@anpei/contract/kernel'
import type { playRecording as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { RECORDING_SUBJECT } from './recording-task.ts'
import { findCall, seesMatterOf } from './store-calls.ts'

export async function playRecording(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const call = await findCall(tx, params.callId)
  if (!call || !(await seesMatterOf(tx, call.id))) return refuse('request.not_found')
  const { recordingFile, recordingGone, recording } = call.told
  if (recordingGone !== undefined) return refuse('desk.recording_gone', { why: recordingGone })
  if (recordingFile === undefined) return refuse(recording === '' ? 'desk.no_recording' : 'desk.recording_coming')
  const file = await findFile(tx.db, tx.actor.tenantId, recordingFile)
  if (file?.subjectKind !== RECORDING_SUBJECT || file.subjectId !== call.id) return refuse('desk.no_recording')
  tx.look({
    name: 'call.recording_heard',
    subject: { kind: 'call', id: call.id },
    personId: call.personId,
    reason: body.reason,
  })
  return ok(await openFile(tx, file, false))
}
