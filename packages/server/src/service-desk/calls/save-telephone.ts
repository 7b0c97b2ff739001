/** SRV-03: which number is which line (each has its own promises), and who sits at which extension. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { saveTelephone as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import {
  bareNumber,
  replaceRecordingHosts,
  replaceTelephone,
  saveSigningSystem,
  signingSystem,
} from './store-telephone.ts'
import { telephoneView } from './telephone-view.ts'

export async function saveTelephone(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { lines, extensions, twilio, recordingHosts } = body
  const twiceLine = twice(lines.map(({ number }) => bareNumber(number)))
  if (twiceLine !== undefined) return refuse('desk.line_twice', { number: twiceLine })
  const twiceSeat = twice(extensions.map(({ extension }) => extension)) ?? twice(extensions.map((one) => one.userId))
  if (twiceSeat !== undefined) return refuse('desk.extension_twice', { extension: twiceSeat })
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    extensions.map(({ userId }) => userId),
  )
  if (extensions.some(({ userId }) => !names.has(userId))) return refuse('desk.no_such_colleague')
  await replaceTelephone(tx, { lines, extensions })
  if (recordingHosts) await replaceRecordingHosts(tx, recordingHosts)
  if (twilio && twilio.callbackUrl !== '') {
    const before = await signingSystem(tx.db, tx.vault, tx.actor.tenantId)
    const token = twilio.token === '' ? (before?.token ?? '') : twilio.token
    if (token === '') return refuse('desk.phone_token_missing')
    await saveSigningSystem(tx, { callbackUrl: twilio.callbackUrl, token })
  }
  tx.record({
    name: 'telephone.changed',
    subject: { kind: 'telephone', id: tx.actor.id },
    facts: { lines: lines.length, extensions: extensions.length },
  })
  return ok(await telephoneView(tx))
}

function twice(values: readonly string[]): string | undefined {
  return values.find((value, at) => values.indexOf(value) !== at)
}
