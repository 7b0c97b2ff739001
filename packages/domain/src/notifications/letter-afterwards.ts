/**
 * Letters about a decision that was made before (CLM-16): 追回通知书 asks back what was paid too much, with reasons, sum,
 * account and remedies; 理赔复议答复书 answers a customer who disputed the decision.
 */
import { formatYuan, refuse } from '../kernel/index.ts'
import { type DeniedLine, type ReconsiderationAnswerFacts, type RecoveryNoticeFacts } from './letter-facts.ts'
import { type Gate } from './letter-gates.ts'
import { amountInCapitals, printedDay } from './letter-numerals.ts'
import { type Plan } from './letter-plan.ts'
import { clausesOf, deniedTable } from './letter-tables.ts'

export function recoveryPlan(facts: RecoveryNoticeFacts): Plan {
  const { account } = facts
  return {
    before: ['opening', 'reason', 'amount'],
    after: ['hardship', 'closing', 'remediesIntro'],
    values: {
      decidedOn: printedDay(facts.decidedOn),
      benefit: facts.benefit,
      paid: formatYuan(facts.paidFen),
      payable: formatYuan(facts.payableFen),
      owed: formatYuan(facts.owedFen),
      owedCapitals: amountInCapitals(facts.owedFen),
      reason: facts.reason,
      repayBy: printedDay(facts.repayBy),
      recoveryNo: facts.recoveryNo,
    },
    tables: [
      {
        title: '还款账户',
        columns: [
          { label: '内容', align: 'left', width: 'fit' },
          { label: '说明', align: 'left', width: 'fill' },
        ],
        rows: [
          ['户名', account.holder],
          ['开户行', account.bank],
          ['账号', account.account],
          ['转账附言', `请写追回号 ${facts.recoveryNo}`],
          ['金额', formatYuan(facts.owedFen)],
        ],
        working: [],
      },
    ],
    clauses: [],
    withRemedies: true,
  }
}

export function answerPlan(facts: ReconsiderationAnswerFacts): Plan {
  const denied = facts.lines.filter((line): line is DeniedLine => line.decision === 'denied')
  return {
    before: ['opening', facts.outcome === 'upheld' ? 'upheld' : 'changed'],
    after: ['closing', 'remediesIntro'],
    values: {
      askedOn: printedDay(facts.askedOn),
      decidedOn: printedDay(facts.decidedOn),
      decidedBy: facts.decidedBy,
      before: formatYuan(facts.beforeFen),
      after: formatYuan(facts.afterFen),
    },
    tables: [
      {
        title: '复议结果',
        columns: [
          { label: '项目', align: 'left', width: 'fill' },
          { label: '结果', align: 'left', width: 'fit' },
          { label: '金额', align: 'right', width: 'fit' },
        ],
        rows: facts.lines.map((line) => [
          line.benefit,
          line.decision === 'paid' ? '赔付' : line.decision === 'denied' ? '不赔付' : '仍在审核',
          line.decision === 'paid' ? formatYuan(line.payableFen) : formatYuan(0n),
        ]),
        working: [],
      },
      ...denied.map(deniedTable),
    ],
    clauses: clausesOf(denied),
    withRemedies: true,
  }
}

export function recoveryGate(facts: RecoveryNoticeFacts): Gate {
  if (facts.reason.trim() === '') return refuse('notifications.fact_missing', { variable: 'reason' })
  return facts.owedFen > 0n && facts.owedFen <= facts.paidFen
    ? undefined
    : refuse('notifications.total_mismatch', {
        sum: formatYuan(facts.owedFen),
        transfers: formatYuan(facts.paidFen - facts.payableFen),
      })
}
