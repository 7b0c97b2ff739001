/**
 * Decision letters (CLM-11): 赔付通知书, 拒绝给付通知书, 补充资料通知书, 延期告知 from the facts of a case and a template.
 * A letter that lacks what the law wants in it is refused with a code and not issued (保险法 22–24).
 * A partly paid claim gets one payment notice with the denied lines, their reasons and all remedies in it.
 */
import { type Decision, formatYuan, ok, refuse } from '../kernel/index.ts'
import { authorityPlan } from './letter-authority.ts'
import { answerPlan, recoveryGate, recoveryPlan } from './letter-afterwards.ts'
import { complaintGate, complaintPlan, isComplaintLetter } from './letter-complaint.ts'
import { letterContacts } from './letter-contacts.ts'
import { type LetterContent, remediesOf } from './letter-content.ts'
import {
  type ClaimLetterFacts,
  type DenialNoticeFacts,
  type DelayNoticeFacts,
  type DeniedLine,
  type LetterFacts,
  type OpenLine,
  type PaymentNoticeFacts,
  type SupplementNoticeFacts,
} from './letter-facts.ts'
import { contentGate, dueFen, factsGate, type Gate } from './letter-gates.ts'
import { amountInCapitals, printedDay } from './letter-numerals.ts'
import { askedTable, clausesOf, deniedTable, openTable, sumTable, transferTable, weAskTables } from './letter-tables.ts'
import { type Plan } from './letter-plan.ts'
import { fillText, type LetterTemplate } from './letter-template.ts'
import { type NotificationRefusal } from './refusals.ts'

function names(lines: readonly { readonly benefit: string }[]): string {
  return lines.map((line) => line.benefit).join('、')
}

function paymentPlan(facts: PaymentNoticeFacts): Plan {
  const denied = facts.lines.filter((line): line is DeniedLine => line.decision === 'denied')
  const open = facts.lines.filter((line): line is OpenLine => line.decision === 'open')
  const stackings = facts.lines.flatMap((line) =>
    line.decision === 'paid' && line.transport !== undefined ? [line.transport] : [],
  )
  const when = (condition: boolean, section: string): readonly string[] => (condition ? [section] : [])
  const advancesFen = facts.advances.reduce((sum, advance) => sum + advance.amountFen, 0n)
  return {
    before: [
      'opening',
      'decision',
      ...when(
        stackings.some(({ stacking }) => stacking === 'add'),
        'stackingAdd',
      ),
      ...when(
        stackings.some(({ stacking }) => stacking === 'instead'),
        'stackingInstead',
      ),
      ...when(denied.length > 0, 'partlyDenied'),
      ...when(open.length > 0, 'stillOpen'),
      ...when(facts.advances.length > 0, 'advances'),
    ],
    after: [
      ...when(facts.transfers.length > 0, 'payment'),
      ...when(
        facts.transfers.some(({ way }) => way.kind === 'cash'),
        'cash',
      ),
      ...when(denied.length === 0, 'objection'),
      'closing',
      ...when(denied.length > 0, 'remediesIntro'),
    ],
    values: {
      decidedOn: printedDay(facts.decidedOn),
      decidedBy: facts.decidedBy,
      payBy: printedDay(facts.payBy),
      total: formatYuan(dueFen(facts)),
      totalCapitals: amountInCapitals(dueFen(facts)),
      deniedBenefits: names(denied),
      openBenefits: names(open),
      advancesTotal: formatYuan(advancesFen),
      transportVehicle: stackings.map(({ vehicle }) => vehicle).join('、'),
    },
    tables: [
      sumTable(facts),
      ...denied.map(deniedTable),
      ...(open.length > 0 ? [openTable(open)] : []),
      ...(facts.transfers.length > 0 ? [transferTable(facts)] : []),
    ],
    clauses: clausesOf(facts.lines),
    withRemedies: denied.length > 0,
  }
}

function denialPlan(facts: DenialNoticeFacts): Plan {
  const denied = facts.lines.filter((line): line is DeniedLine => line.decision === 'denied')
  return {
    before: ['opening', 'decision'],
    after: ['closing', 'remediesIntro'],
    values: { decidedOn: printedDay(facts.decidedOn), decidedBy: facts.decidedBy, deniedBenefits: names(denied) },
    tables: denied.map(deniedTable),
    clauses: clausesOf(denied),
    withRemedies: true,
  }
}

function supplementPlan(facts: SupplementNoticeFacts): Plan {
  const weAsk = weAskTables(facts.items)
  const second = facts.secondRequest
  return {
    before: ['opening', 'request', ...(second === undefined ? [] : ['secondRequest']), ...weAsk.map(() => 'weAsk')],
    after: ['handIn', 'clock', 'closing'],
    values: {
      receivedOn: printedDay(facts.receivedOn),
      askedCount: String(facts.items.filter(({ way }) => way.kind === 'provide').length),
      approvedBy: second?.approvedBy ?? '',
      secondReason: second?.reason ?? '',
    },
    tables: [askedTable(facts.items), ...weAsk],
    clauses: [],
    withRemedies: false,
  }
}

function delayPlan(facts: DelayNoticeFacts): Plan {
  return {
    before: ['opening', ...(facts.issuedOn > facts.originalDue ? ['lateApology'] : []), 'reason', 'legalLimit'],
    after: ['objection', 'closing'],
    values: {
      step: facts.step,
      reason: facts.reason,
      originalDue: printedDay(facts.originalDue),
      newDue: printedDay(facts.newDue),
      statutoryDue: printedDay(facts.statutoryDue),
    },
    tables: [],
    clauses: [],
    withRemedies: false,
  }
}

function planOf(facts: LetterFacts): Plan {
  if (isComplaintLetter(facts)) return complaintPlan(facts)
  switch (facts.kind) {
    case 'payment_notice':
      return paymentPlan(facts)
    case 'denial_notice':
      return denialPlan(facts)
    case 'supplement_notice':
      return supplementPlan(facts)
    case 'delay_notice':
      return delayPlan(facts)
    case 'recovery_notice':
      return recoveryPlan(facts)
    case 'reconsideration_answer':
      return answerPlan(facts)
    case 'authority_request':
      return authorityPlan(facts)
  }
}

function claimValues(facts: ClaimLetterFacts) {
  return {
    insuredName: facts.insuredName,
    insuredIdMasked: facts.insuredIdMasked,
    policyNo: facts.policyNo,
    programmeName: facts.programmeName,
    accidentOn: printedDay(facts.accidentOn),
    accidentPlace: facts.accidentPlace,
  }
}

/** Values by variable; what is empty counts as missing, but for the form of address. */
function valuesOf(facts: LetterFacts, plan: Plan): Readonly<Record<string, string | undefined>> {
  const { contacts, recipientHonorific } = facts
  const given: Readonly<Record<string, string>> = {
    recipientName: facts.recipientName,
    claimNo: facts.claimNo,
    letterNo: facts.letterNo,
    progressCode: facts.progressCode,
    issuedOn: printedDay(facts.issuedOn),
    handlerName: facts.handlerName,
    company: contacts.company,
    unit: contacts.unit,
    hotline: contacts.hotline,
    hotlineHours: contacts.hotlineHours,
    elderLine: contacts.elderLine,
    complaintLine: contacts.complaintLine,
    address: contacts.address,
    officeHours: contacts.officeHours,
    regulatorPhone: contacts.regulatorPhone,
    mediation: contacts.mediation,
    ...(isComplaintLetter(facts) ? {} : claimValues(facts)),
    ...plan.values,
  }
  const filled = Object.entries(given).filter(([, value]) => value.trim() !== '')
  return { ...Object.fromEntries(filled), recipientHonorific }
}

function fillAll(
  texts: readonly string[],
  values: Readonly<Record<string, string | undefined>>,
): Decision<readonly string[], NotificationRefusal> {
  const filled: string[] = []
  for (const text of texts) {
    const decision = fillText(text, values)
    if (!decision.ok) return decision
    filled.push(decision.value)
  }
  return ok(filled)
}

/** What every letter needs, whether its template names it or not, and all remedies where something is denied. */
function completenessGate(
  values: Readonly<Record<string, string | undefined>>,
  plan: Plan,
  template: LetterTemplate,
): Gate {
  const variable = ['letterNo', 'claimNo', 'progressCode', 'recipientName', 'handlerName'].find(
    (name) => values[name] === undefined,
  )
  if (variable !== undefined) return refuse('notifications.fact_missing', { variable })
  const remedy = remediesOf(template.kind).find((kind) => !template.remedies.some((stated) => stated.kind === kind))
  return plan.withRemedies && remedy !== undefined
    ? refuse('notifications.template_remedy_missing', { remedy })
    : undefined
}

/** The letter, or what stands in its way. `facts.kind` and the template's kind must agree. */
export function buildLetter(
  facts: LetterFacts,
  template: LetterTemplate,
): Decision<LetterContent, NotificationRefusal> {
  if (facts.kind !== template.kind) {
    return refuse('notifications.template_of_other_kind', { template: template.kind, letter: facts.kind })
  }
  const stopped = isComplaintLetter(facts)
    ? complaintGate(facts)
    : facts.kind === 'recovery_notice'
      ? recoveryGate(facts)
      : factsGate(facts)
  if (stopped !== undefined) return stopped
  const plan = planOf(facts)
  const values = valuesOf(facts, plan)
  const incomplete = completenessGate(values, plan, template)
  if (incomplete !== undefined) return incomplete
  const textsOf = (sections: readonly string[]): readonly string[] =>
    sections.flatMap((section) => template.sections[section] ?? [])
  const head = fillAll([template.title, template.salutation], values)
  if (!head.ok) return head
  const paragraphs = fillAll(textsOf(plan.before), values)
  if (!paragraphs.ok) return paragraphs
  const closing = fillAll(textsOf(plan.after), values)
  if (!closing.ok) return closing
  const chosen = plan.withRemedies ? template.remedies : []
  const remedyTexts = fillAll(
    chosen.map((remedy) => remedy.text),
    values,
  )
  if (!remedyTexts.ok) return remedyTexts
  const [title = '', salutation = ''] = head.value
  const content: LetterContent = {
    kind: facts.kind,
    templateVersion: template.version,
    masthead: facts.contacts.company,
    title,
    letterNo: facts.letterNo,
    claimNo: facts.claimNo,
    progressCode: facts.progressCode,
    salutation,
    paragraphs: paragraphs.value,
    tables: plan.tables,
    closing: closing.value,
    clauses: plan.clauses,
    remedies: chosen.map((remedy, index) => ({ ...remedy, text: remedyTexts.value[index] ?? '' })),
    contacts: letterContacts(facts.contacts),
    signedBy: { unit: facts.contacts.unit, handler: facts.handlerName },
    issuedOn: facts.issuedOn,
  }
  return contentGate(facts, content) ?? ok(content)
}
