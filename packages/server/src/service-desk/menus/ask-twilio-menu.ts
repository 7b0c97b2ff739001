/** SRV-02, OPS-02: Twilio asks what to do with a call; what is not signed with the account's token gets no answer. */
import type { Input } from '@anpei/contract/kernel'
import type { askTwilioMenu as route } from '@anpei/contract/service-desk'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type FileAnswer, type Tx } from '../../http/index.ts'
import { signingSystem } from '../calls/store-telephone.ts'
import { isSignedByTwilio } from '../calls/twilio-status.ts'
import { answerCaller, type Answered } from './answer-caller.ts'
import { promptPath } from './views-audio.ts'
import { askForKey, hangUp, putThrough, type Addresses } from './twiml.ts'

export async function askTwilioMenu(
  given: Tx,
  { params: { tenantId }, query, body }: Input<typeof route>,
): Promise<Decision<FileAnswer>> {
  const { app } = given
  const system = await app.pool.withTenant(tenantId, ({ db }) => signingSystem(db, app.vault(tenantId), tenantId))
  if (!system) return refuse('notifications.signature_wrong')
  const addresses = addressesOf(system.callbackUrl)
  const asked = addresses.menu({
    ...(query.turn === undefined ? {} : { turn: query.turn }),
    ...(query.dialled === undefined ? {} : { dialled: query.dialled }),
  })
  if (!isSignedByTwilio(system.token, asked, body, given.header('x-twilio-signature') ?? ''))
    return refuse('notifications.signature_wrong')
  const { CallSid = '', From = '', To = '', Digits = '', DialCallStatus = '' } = body
  if (CallSid === '') return refuse('request.malformed')
  const turn = Number(query.turn ?? '0')
  const answered = await systemWrite(app, systemActor(tenantId, 'channel:twilio'), (tx) =>
    answerCaller(tx, {
      vendor: 'twilio',
      callNo: CallSid,
      lineNumber: To,
      phone: From,
      pressed: Digits === '' ? null : Digits.slice(0, 1),
      turn: query.dialled === undefined ? turn : 1,
    }),
  )
  const played = (prompts: Answered['plays']) =>
    prompts.map(({ id }) => new URL(promptPath(tenantId, id), system.callbackUrl).href)
  return ok(asFile(twimlOf()))

  function twimlOf(): string {
    if (query.dialled !== undefined) return hangUp(DialCallStatus === 'completed' ? [] : played(answered.unanswered))
    const plays = played(answered.plays)
    if (answered.next === 'ask') return askForKey(plays, turn, addresses)
    if (answered.next === 'call_back') return hangUp(plays)
    return answered.offer.length === 0
      ? hangUp(played(answered.unanswered))
      : putThrough(plays, answered.offer, addresses)
  }
}

/** The menu is asked for beside where states are reported to. */
function addressesOf(status: string): Addresses {
  return {
    status,
    menu: (query) => {
      const told = new URLSearchParams(query).toString()
      return `${status.replace(/\/$/, '')}/menu${told === '' ? '' : `?${told}`}`
    },
  }
}

function asFile(xml: string): FileAnswer {
  return { fileName: 'answer.xml', mediaType: 'text/xml; charset=utf-8', bytes: Buffer.from(xml), inline: true }
}
