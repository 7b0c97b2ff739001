/** The letters of the shipped templates, written from sample facts. */
import authority from '../../../../config/letters/authority_request.json' with { type: 'json' }
import complaintDecision from '../../../../config/letters/complaint_decision.json' with { type: 'json' }
import complaintDelay from '../../../../config/letters/complaint_delay.json' with { type: 'json' }
import delay from '../../../../config/letters/delay_notice.json' with { type: 'json' }
import denial from '../../../../config/letters/denial_notice.json' with { type: 'json' }
import payment from '../../../../config/letters/payment_notice.json' with { type: 'json' }
import answer from '../../../../config/letters/reconsideration_answer.json' with { type: 'json' }
import recheckDecision from '../../../../config/letters/recheck_decision.json' with { type: 'json' }
import recovery from '../../../../config/letters/recovery_notice.json' with { type: 'json' }
import supplement from '../../../../config/letters/supplement_notice.json' with { type: 'json' }
import contactData from '../../../../config/contacts.json' with { type: 'json' }
import { parseContacts } from './letter-contacts.ts'
import type { LetterContent } from './letter-content.ts'
import type { LetterFacts } from './letter-facts.ts'
import { sampleLetterFacts } from './letter-samples.ts'
import { parseLetterTemplate } from './letter-template.ts'
import { buildLetter } from './letter.ts'

const TEMPLATES = {
  payment_notice: payment,
  denial_notice: denial,
  supplement_notice: supplement,
  delay_notice: delay,
  recovery_notice: recovery,
  reconsideration_answer: answer,
  authority_request: authority,
  complaint_decision: complaintDecision,
  complaint_delay: complaintDelay,
  recheck_decision: recheckDecision,
}

export function sample<K extends LetterFacts['kind']>(kind: K): Extract<LetterFacts, { kind: K }> {
  const contacts = parseContacts(contactData)
  if (!contacts.ok) throw new Error(contacts.code)
  const facts = sampleLetterFacts(kind, contacts.value)
  const isKind = (given: LetterFacts): given is Extract<LetterFacts, { kind: K }> => given.kind === kind
  if (!isKind(facts)) throw new Error(kind)
  return facts
}

export function build(facts: LetterFacts) {
  const template = parseLetterTemplate(TEMPLATES[facts.kind])
  if (!template.ok) throw new Error(template.code)
  return buildLetter(facts, template.value)
}

export function content(facts: LetterFacts): LetterContent {
  const built = build(facts)
  if (!built.ok) throw new Error(built.code)
  return built.value
}
