/**
 * SRV-03, CUS-06: a recording that may be kept is fetched from the telephone system, whose copy goes after some months,
 * and lies with us like every file: looked at for what it holds, scanned, sealed under the person's key. Fetched only
 * from the servers a lead has named. Away: tried again after 1, 2, 4 … minutes; what never comes is said so.
 */
import { systemActor } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { readRecording, type RecordingRead } from './read-recording.ts'
import { RECORDING_SUBJECT, RECORDING_TASK } from './recording-task.ts'
import { lockCallById, saveCall, type CallRecord } from './store-calls.ts'
import { recordingHosts, signingSystem } from './store-telephone.ts'

const MOST_TRIES = 8

export async function fetchRecording(app: App, { tenantId, ...payload }: JobPayload): Promise<void> {
  const callId = String(payload['callId'])
  const tries = Number(payload['tries'] ?? 0)
  const actor = systemActor(tenantId, 'channel:phone')
  const known = await systemWrite(app, actor, async (tx) => {
    const call = await lockCallById(tx, callId)
    const [hosts, signing] = await Promise.all([recordingHosts(tx), signingSystem(tx.db, tx.vault, tenantId)])
    return call && { call, hosts, token: signing?.token ?? '' }
  })
  if (!known || !isWanted(known.call)) return
  const found = await readRecording(known.call.told.recording, known)
  await systemWrite(app, actor, async (tx) => {
    const call = await lockCallById(tx, callId)
    // Another worker may have brought it meanwhile.
    if (!call || !isWanted(call)) return
    if (found === 'later' && tries + 1 < MOST_TRIES) {
      const runAt = new Date(Date.parse(tx.now) + 60_000 * 2 ** tries).toISOString()
      tx.enqueue({ task: RECORDING_TASK, payload: { callId, tries: tries + 1 }, runAt })
      return
    }
    await keep(tx, call, found === 'later' ? { gone: '多次没能从话务系统下载' } : found)
  })
}

function isWanted({ told }: CallRecord): boolean {
  return told.recording !== '' && told.recordingFile === undefined && told.recordingGone === undefined
}

async function keep(tx: Tx, call: CallRecord, found: Exclude<RecordingRead, 'later'>): Promise<void> {
  const { id, told, personId, line } = call
  const stored =
    'bytes' in found
      ? await storePapers(tx, {
          subject: { kind: RECORDING_SUBJECT, id },
          personId,
          channel: 'phone',
          receivedAt: tx.now,
          papers: [{ code: 'call_recording', title: '通话录音', files: [{ ...found, field: 'recording' }] }],
          apart: true,
          sort: 'voice',
        })
      : found
  const fileId = 'ok' in stored && stored.ok ? stored.value[0]?.fileIds[0] : undefined
  const gone = 'gone' in stored ? stored.gone : '取到的不是可用的录音'
  await saveCall(tx, call, {
    told: { ...told, ...(fileId === undefined ? { recordingGone: gone } : { recordingFile: fileId }) },
  })
  tx.record({
    name: fileId === undefined ? 'call.recording_gone' : 'call.recording_fetched',
    subject: { kind: 'call', id },
    personId,
    facts: { line },
  })
}
