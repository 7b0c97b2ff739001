/**
 * CMP-08: 处理决定告知书, 延期告知书 and 核查决定告知书 of a complaint. Without findings, basis and reasons no decision
 * leaves (令2020年第3号 art. 19).
 */
import { refuse } from '../kernel/index.ts'
import {
  type ComplaintDecisionFacts,
  type ComplaintDelayFacts,
  type ComplaintLetterFacts,
  type LetterFacts,
  type RecheckDecisionFacts,
} from './letter-facts.ts'
import { type LetterTable } from './letter-content.ts'
import { type Gate } from './letter-gates.ts'
import { printedDay } from './letter-numerals.ts'
import { type Plan } from './letter-plan.ts'

export function isComplaintLetter(facts: LetterFacts): facts is ComplaintLetterFacts {
  return facts.kind === 'complaint_decision' || facts.kind === 'complaint_delay' || facts.kind === 'recheck_decision'
}

export function complaintPlan(facts: ComplaintLetterFacts): Plan {
  switch (facts.kind) {
    case 'complaint_decision':
      return decisionPlan(facts)
    case 'complaint_delay':
      return delayPlan(facts)
    case 'recheck_decision':
      return recheckPlan(facts)
  }
}

export function complaintGate(facts: ComplaintLetterFacts): Gate {
  const must =
    facts.kind === 'complaint_delay' ? { reason: facts.reason, approvedBy: facts.approvedBy } : partsOf(facts)
  const variable = Object.entries(must).find(([, text]) => text.trim() === '')?.[0]
  return variable === undefined ? undefined : refuse('notifications.fact_missing', { variable })
}

function partsOf(facts: ComplaintDecisionFacts | RecheckDecisionFacts) {
  const { findings, basis, reasons, decidedBy } = facts
  const solution = facts.kind === 'complaint_decision' ? { solution: facts.solution } : {}
  return { findings, basis, reasons, decidedBy, ...solution }
}

function decisionPlan(facts: ComplaintDecisionFacts): Plan {
  return {
    before: ['opening', 'decision', ...(facts.acts.length > 0 ? ['acts'] : [])],
    after: ['closing', 'remediesIntro'],
    values: {
      receivedOn: printedDay(facts.receivedOn),
      decidedOn: printedDay(facts.decidedOn),
      decidedBy: facts.decidedBy,
      outcome: facts.outcome,
    },
    tables: [groundsTable(facts), ...(facts.acts.length > 0 ? [actsTable(facts)] : [])],
    clauses: [],
    withRemedies: true,
  }
}

function delayPlan(facts: ComplaintDelayFacts): Plan {
  return {
    before: ['opening', 'reason'],
    after: ['objection', 'closing'],
    values: {
      receivedOn: printedDay(facts.receivedOn),
      reason: facts.reason,
      originalDue: printedDay(facts.originalDue),
      newDue: printedDay(facts.newDue),
      approvedBy: facts.approvedBy,
    },
    tables: [],
    clauses: [],
    withRemedies: false,
  }
}

function recheckPlan(facts: RecheckDecisionFacts): Plan {
  return {
    before: ['opening', facts.outcome],
    after: ['closing', 'remediesIntro'],
    values: {
      askedOn: printedDay(facts.askedOn),
      decidedOn: printedDay(facts.decidedOn),
      decidedBy: facts.decidedBy,
    },
    tables: [groundsTable(facts)],
    clauses: [],
    withRemedies: true,
  }
}

function groundsTable(facts: ComplaintDecisionFacts | RecheckDecisionFacts): LetterTable {
  return {
    title: '决定的由来',
    columns: [
      { label: '内容', align: 'left', width: 'fit' },
      { label: '说明', align: 'left', width: 'fill' },
    ],
    rows: [
      ['查明的事实', facts.findings],
      ['依据', facts.basis],
      ['理由', facts.reasons],
      ...(facts.kind === 'complaint_decision' ? [['处理意见', facts.solution]] : []),
    ],
    working: [],
  }
}

function actsTable({ acts }: ComplaintDecisionFacts): LetterTable {
  return {
    title: '我们承诺做到',
    columns: [
      { label: '事项', align: 'left', width: 'fill' },
      { label: '最晚在', align: 'left', width: 'fit' },
    ],
    rows: acts.map(({ what, by }) => [what, printedDay(by)]),
    working: [],
  }
}
