/**
 * SRV-03, CUS-06: telephone systems tell of a recording apart from the call, when it is ready. It is kept on the same
 * terms: where the caller was told of it. False: nobody has told of such a call yet; systems that push ask again.
 */
import { mayKeepRecording } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { recordingOf } from './hear-call.ts'
import { findCallOf, saveCall, type Vendor } from './store-calls.ts'
import { isAnnounced } from './store-telephone.ts'

type Told = { readonly vendor: Vendor; readonly callNo: string; readonly recording: string }

export async function hearRecording(tx: Tx, { vendor, callNo, recording }: Told): Promise<boolean> {
  const call = await findCallOf(tx, vendor, tx.vault.lookupHash('token', `${vendor}:${callNo}`))
  if (!call) return false
  const announced = await isAnnounced(tx, call.line)
  const recorded = recordingOf(tx, call, recording, mayKeepRecording(call.told.notice ?? null, announced))
  if (recorded !== null) await saveCall(tx, call, { told: { ...call.told, ...recorded } })
  return true
}
