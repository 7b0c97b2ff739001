/**
 * CLM-14, SRV-02: a short message that came in. "查 …" asks for the progress of a case: the answer goes to the sender
 * only when the sender's number is on file for the case and the ID number ends as written; else the neutral words,
 * alike for every reason. Five questions in a quarter of an hour from one telephone and about one case; more are not
 * answered. Anything else is a message to the service desk. What the gateway sends again is answered once and kept
 * once.
 */
import { maskPhone, parsePhone } from '@anpei/domain/customers'
import type { Instant } from '@anpei/domain/kernel'
import { asksForCase, maskName, parseSmsQuery, smsAnswer, smsNoAnswer, type SmsQuery } from '@anpei/domain/portal'
import { openSecrets } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { contactRegister, isTextQueued, queuePhoneText } from '../notifications/index.ts'
import { hearSms } from '../service-desk/index.ts'
import { reporterOf } from './reporter-of.ts'
import { caseById } from './store-cases.ts'
import { caseByNumber } from './store-sms.ts'
import { progressView } from './views.ts'

const MOST = 5
const MINUTES = 15

export type ComingSms = {
  readonly number: string
  readonly from: string
  readonly text: string
  readonly receivedAt: Instant
}

export async function takeSms(tx: Tx, { number, from, text, receivedAt }: ComingSms): Promise<void> {
  const sender = parsePhone(from.replace(/^(\+|00)?86/, ''))
  // A landline reads no short message; a number that is none gets no answer either.
  if (!sender.ok || sender.value.kind !== 'mobile') return
  const { phone } = sender.value
  if (!asksForCase(text)) return hearSms(tx, { number, phone, text, receivedAt })
  const occasion = `sms_look_up:${number}`
  if (await isTextQueued(tx, occasion)) return
  const query = parseSmsQuery(text)
  const limits = [{ what: 'sms_from', key: phone, most: MOST, minutes: MINUTES }]
  if (query) limits.push({ what: 'sms_case', key: query.caseNo, most: MOST, minutes: MINUTES })
  if ((await countAttempt(tx, limits)) > 0) return
  const { hotline } = contactRegister()
  const found = query && (await answerTo(tx, query, phone, hotline))
  await queuePhoneText(tx, {
    subject: found?.subject ?? { kind: 'sms', id: newId() },
    template: 'sms_look_up',
    occasion,
    phone,
    phoneMasked: maskPhone(phone),
    text: found?.text ?? smsNoAnswer(hotline),
  })
}

/** Null whatever does not fit. */
async function answerTo(tx: Tx, { caseNo, idEnd }: SmsQuery, phone: string, hotline: string) {
  const { tenantId } = tx.actor
  const asked = await caseByNumber(tx.db, tenantId, caseNo)
  if (!asked) return null
  const person = openSecrets(tx, asked.person)
  const onFile = [person.phone, reporterOf(tx, asked.told).phone].map((typed) => {
    const parsed = typed ? parsePhone(typed) : null
    return parsed?.ok ? parsed.value.phone : null
  })
  if (!person.idNumber?.toUpperCase().endsWith(idEnd) || !onFile.includes(phone)) return null
  const row = await caseById(tx.db, tenantId, asked.reportId, asked.claimId)
  if (!row) return null
  const { sentence, personName } = await progressView(tx, row, maskName(row.personName))
  const subject = row.claim ? { kind: 'claim', id: row.claim.id } : { kind: 'report', id: row.reportId }
  tx.look({ name: 'portal.looked_up', subject, personId: row.personId })
  return { subject, text: smsAnswer({ caseNo, personName, sentence }, hotline) }
}
