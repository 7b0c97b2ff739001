/**
 * SRV-03: Twilio's status callbacks of calls. Signed: HMAC-SHA1 over the address followed by every field and its value
 * in the order of their names, Base64, with the account's token. A call of a customer and the leg to an agent are one
 * call: the leg names its parent. That the menu picks up is no answer; only the leg of a human is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@anpei/domain/kernel'
import type { CallWord } from '@anpei/domain/service-desk'
import type { HeardCall } from './hear-call.ts'

type Fields = Readonly<Record<string, string>>

export function twilioSignature(token: string, address: string, fields: Fields): string {
  const told = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name] ?? ''}`)
  return createHmac('sha1', token)
    .update(address + told.join(''))
    .digest('base64')
}

export function isSignedByTwilio(token: string, address: string, fields: Fields, signature: string): boolean {
  const wanted = Buffer.from(twilioSignature(token, address, fields))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

/** Null where the fields tell nothing about a call. `now` stands in where no time is told. */
export function readTwilioStatus(fields: Fields, now: Instant): HeardCall | null {
  const { CallSid = '', ParentCallSid = '', CallStatus = '', Direction = '', From = '', To = '' } = fields
  if (CallSid === '' || CallStatus === '') return null
  const isLeg = ParentCallSid !== ''
  const isOut = Direction.startsWith('outbound') && !isLeg
  const words = wordsOf(CallStatus, { isLeg, isOut }, timeOf(fields['Timestamp'], now))
  if (words.length === 0) return null
  return {
    vendor: 'twilio',
    callNo: isLeg ? ParentCallSid : CallSid,
    direction: isOut ? 'out' : 'in',
    lineNumber: isOut ? From : isLeg ? '' : To,
    phone: isOut ? To : From,
    extension: isLeg ? To.replace(/^(sip|client):/, '').replace(/@.*$/, '') : '',
    language: null,
    words,
    recording: fields['RecordingUrl'] ?? '',
    recordingNotice: null,
  }
}

/** The status callback of a recording: it tells of no call but names it; null where the fields tell of none. */
export function readTwilioRecording(fields: Fields): { vendor: 'twilio'; callNo: string; recording: string } | null {
  const { CallSid = '', RecordingUrl = '', RecordingStatus = '', CallStatus = '' } = fields
  if (CallSid === '' || RecordingUrl === '' || CallStatus !== '') return null
  return RecordingStatus === 'completed' ? { vendor: 'twilio', callNo: CallSid, recording: RecordingUrl } : null
}

const UNANSWERED = ['busy', 'failed', 'no-answer', 'canceled']

function wordsOf(status: string, leg: { isLeg: boolean; isOut: boolean }, at: Instant): CallWord[] {
  if (status === 'queued' || status === 'initiated' || status === 'ringing') return [{ what: 'rang', at }]
  if (status === 'in-progress' || status === 'answered') {
    return leg.isLeg || leg.isOut
      ? [
          { what: 'rang', at },
          { what: 'answered', at },
        ]
      : [{ what: 'rang', at }]
  }
  // A leg that ends may be followed by another one; the customer's own call ends the whole.
  if (leg.isLeg) return []
  if (status === 'completed') return [{ what: 'ended', at }]
  if (UNANSWERED.includes(status)) return [{ what: 'ended', at, by: status === 'canceled' ? 'customer' : 'system' }]
  return []
}

function timeOf(told: string | undefined, now: Instant): Instant {
  const at = told === undefined ? Number.NaN : Date.parse(told)
  return Number.isNaN(at) ? now : new Date(at).toISOString()
}
