/** CLM-03: 调取资料函, to an office that holds a paper of the case, and the reminder when it does not answer. */
import { type AuthorityRequestFacts } from './letter-facts.ts'
import { printedDay } from './letter-numerals.ts'
import { type Plan } from './letter-plan.ts'

export function authorityPlan(facts: AuthorityRequestFacts): Plan {
  const { first } = facts
  return {
    before: [
      'opening',
      'request',
      ...(facts.withAuthorisation ? ['authorisation'] : []),
      ...(first === undefined ? [] : ['reminder']),
    ],
    after: ['answer', 'privacy', 'closing'],
    values: {
      document: facts.document,
      why: facts.why,
      answerBy: printedDay(facts.answerBy),
      firstOn: first === undefined ? '' : printedDay(first.on),
      firstLetterNo: first?.letterNo ?? '',
    },
    tables: [],
    clauses: [],
    withRemedies: false,
  }
}
