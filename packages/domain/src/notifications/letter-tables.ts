/** The tables of a decision letter (CLM-11): what is paid and how, what is not and why, to whom, which papers. */
import { formatYuan } from '../kernel/index.ts'
import { type LetterClause, type LetterColumn, type LetterTable } from './letter-content.ts'
import {
  type DeniedLine,
  type LetterLine,
  type OpenLine,
  type LetterTransfer,
  type PaymentNoticeFacts,
  type SupplementItem,
} from './letter-facts.ts'
import { dueFen } from './letter-gates.ts'
import { amountInCapitals, printedDay, withPrintedDays } from './letter-numerals.ts'

function column(label: string, width: LetterColumn['width'], align: LetterColumn['align'] = 'left'): LetterColumn {
  return { label, align, width }
}

const NAME_AND_TEXT = [column('内容', 'fit'), column('说明', 'fill')] as const

function lineRow(line: LetterLine): readonly string[] {
  switch (line.decision) {
    case 'paid':
      return [line.benefit, '赔付', formatYuan(line.payableFen)]
    case 'denied':
      return [line.benefit, '不赔付', formatYuan(0n)]
    case 'open':
      return [line.benefit, '仍在审核', '待定']
  }
}

/** Every line with its result, advances taken off, the sum also in capitals, and the working of each paid line. */
export function sumTable(facts: PaymentNoticeFacts): LetterTable {
  const advances = facts.advances.map((advance) => [
    `${advance.label}（${printedDay(advance.paidOn)}已付）`,
    '扣除',
    formatYuan(-advance.amountFen),
  ])
  const value = dueFen(facts)
  return {
    title: '赔付项目和金额',
    columns: [column('项目', 'fill'), column('结果', 'fit'), column('金额', 'fit', 'right')],
    rows: [...facts.lines.map(lineRow), ...advances],
    total: {
      label: facts.advances.length > 0 ? '这次应付' : '合计',
      value: formatYuan(value),
      inCapitals: amountInCapitals(value),
    },
    working: facts.lines.flatMap((line) =>
      line.decision === 'paid'
        ? [{ heading: `${line.benefit}是这样算的`, lines: line.working.map(withPrintedDays) }]
        : [],
    ),
  }
}

/** One table a denied line: each reason with what was established and the clause it rests on. */
export function deniedTable(line: DeniedLine): LetterTable {
  const many = line.reasons.length > 1
  return {
    title: `${line.benefit}：不赔付的理由`,
    columns: NAME_AND_TEXT,
    rows: line.reasons.flatMap(({ reason, findings, clause }, index) => {
      const no = many ? String(index + 1) : ''
      return [
        [`理由${no}`, withPrintedDays(reason)],
        [`查明事实${no}`, withPrintedDays(findings)],
        [`依据条款${no}`, clause.ref],
      ]
    }),
    working: [],
  }
}

export function openTable(lines: readonly OpenLine[]): LetterTable {
  return {
    title: '仍在审核的项目',
    columns: [column('项目', 'fit'), column('还在等什么', 'fill'), column('预计答复', 'fit')],
    rows: lines.map((line) => [line.benefit, line.waitingFor, printedDay(line.expectedOn)]),
    working: [],
  }
}

function wayText(way: LetterTransfer['way']): string {
  if (way.kind === 'bank') return `${way.bankName} ${way.accountMasked}`
  return way.kind === 'cash'
    ? `现金。原因：${way.reason}`
    : '银行转账。账户核对好就付；还没有告诉我们账户的，请打电话告诉我们。'
}

export function transferTable(facts: PaymentNoticeFacts): LetterTable {
  return {
    title: '付给谁',
    columns: [column('收款人', 'fit'), column('方式', 'fill'), column('金额', 'fit', 'right')],
    rows: facts.transfers.map(({ payeeName, relation, way, amountFen }) => [
      `${payeeName}（${relation}）`,
      wayText(way),
      formatYuan(amountFen),
    ]),
    working: [],
  }
}

/** The one complete list of what the customer is asked for, each paper with its substitute (CLM-03, CLM-04). */
export function askedTable(items: readonly SupplementItem[]): LetterTable {
  const asked = items.flatMap(({ document, why, way }) =>
    way.kind === 'provide' ? [[document, why, way.substitute]] : [],
  )
  return {
    title: '请您补充的资料（全部在这里）',
    columns: [column('资料', 'fill'), column('为什么需要', 'fill'), column('没有的话', 'fill')],
    rows: asked.map(([document = '', ...rest], index) => [`${index + 1}. ${document}`, ...rest]),
    working: [],
  }
}

/** Papers we fetch from the authority ourselves; empty list, no table. */
export function weAskTables(items: readonly SupplementItem[]): readonly LetterTable[] {
  const rows = items.flatMap(({ document, why, way }) =>
    way.kind === 'we_ask' ? [[document, why, way.authority]] : [],
  )
  return rows.length === 0
    ? []
    : [
        {
          title: '由我们去调取的资料（不用您办）',
          columns: [column('资料', 'fill'), column('为什么需要', 'fill'), column('我们向谁调取', 'fill')],
          rows,
          working: [],
        },
      ]
}

/** The clauses a letter quotes, each once, in the order of the lines. */
export function clausesOf(lines: readonly LetterLine[]): readonly LetterClause[] {
  const all = lines.flatMap((line) => {
    if (line.decision === 'paid') return line.clauses
    return line.decision === 'denied' ? line.reasons.map((reason) => reason.clause) : []
  })
  return all.filter(
    (clause, index) => all.findIndex((other) => other.ref === clause.ref && other.text === clause.text) === index,
  )
}
