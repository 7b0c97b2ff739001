/**
 * CMP-08, NTF-01; 令2020-3 art. 21: the decision by SMS or mail leaves through the outbox, to the address the
 * complainant gave. A mail brings the notice itself and has told when it has arrived. A short message carries nothing
 * of the case: it says where to read, and the decision has told when it was opened there (docs/decisions/0040).
 */
import { mayHearPersonal } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, refuse, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { contactRegister, fateOf, notifyBy, personToTell, type Fate } from '../../notifications/index.ts'
import type { ComplaintRecord } from '../store.ts'
import type { DecisionRecord } from './store-decisions.ts'

export type Addresses = { readonly sms: string | null; readonly email: string | null }

/**
 * The complainant's own; what they left out and the register holds is theirs too. Without a mandate the notice is the
 * insured person's: it goes to their mailbox, and by no message, because the page is the complainant's.
 */
export async function addressesOf(tx: Tx, complaint: ComplaintRecord): Promise<Addresses> {
  const { personId, representation, told } = complaint
  const heard = mayHearPersonal(complaint, dayOfInstant(tx.now))
  const registered =
    personId !== null && (representation === 'self' || !heard) ? await personToTell(tx, personId) : null
  const [own, held] = [heard ? told.complainant : null, registered?.died ? null : registered]
  const phone = parsePhone(own?.phone || (heard ? held?.phone : '') || '')
  return {
    sms: phone.ok && phone.value.kind === 'mobile' ? phone.value.phone : null,
    email: own?.email || held?.email || null,
  }
}

export async function addressFor(tx: Tx, complaint: ComplaintRecord, way: 'sms' | 'email'): Promise<Decision<string>> {
  const to = (await addressesOf(tx, complaint))[way]
  return to === null ? refuse('complaint.no_address') : ok(to)
}

/** By which way it leaves, how its notice is called. */
export const DECISION_TEMPLATES = { sms: 'complaint_decided', email: 'complaint_decision_mail' } as const

export async function sendDecisionNotice(
  tx: Tx,
  { id, personId, complaintNo, told }: ComplaintRecord,
  { letterId, letterNo }: Pick<DecisionRecord, 'letterId' | 'letterNo'>,
  step: { readonly channel: 'sms' | 'email'; readonly to: string },
): Promise<void> {
  const template = DECISION_TEMPLATES[step.channel]
  await notifyBy(tx, {
    personId,
    subject: { kind: 'complaint', id },
    // Sent once more after it failed, it is another notice.
    occasion: `${template}:${letterId}:${tx.now}`,
    template,
    step,
    letterId,
    facts: {
      name: told.complainant.name || '您好',
      complaintNo,
      letterNo,
      link: `${new URL(contactRegister().portal).origin}/portal/complain`,
    },
  })
}

/** How far it is; null for what was not sent by us, or has reached. */
export async function noticeFate(
  tx: Tx,
  { id }: ComplaintRecord,
  decision: Pick<DecisionRecord, 'way' | 'reachedAt'>,
): Promise<Omit<Fate, 'reached'> | null> {
  const { way, reachedAt } = decision
  if (reachedAt !== null || (way !== 'sms' && way !== 'email')) return null
  const found = await fateOf(tx, id, DECISION_TEMPLATES[way])
  if (!found) return null
  const { stateWord, reached, failed, fault } = found
  // The message has reached, not the decision.
  return { stateWord: way === 'sms' && reached ? '短信已到手机，还没有打开告知书' : stateWord, failed, fault }
}
