/** A letter as plain text: for e-mail, the counter slip and the screen (CLM-11, NTF-01). */
import { type LetterContent, type LetterTable } from './letter-content.ts'
import { printedDay } from './letter-numerals.ts'

function tableText(table: LetterTable): readonly string[] {
  const rows = table.rows.map((row) =>
    table.columns.length === 2
      ? `  ${row[0] ?? ''}：${row[1] ?? ''}`
      : `  ${row.map((cell, i) => (i === 0 ? cell : `${table.columns[i]?.label ?? ''}：${cell}`)).join('；')}`,
  )
  const total =
    table.total === undefined ? [] : [`  ${table.total.label}：${table.total.value}（${table.total.inCapitals}）`]
  const working = table.working.flatMap(({ heading, lines }) => [`${heading}：`, ...lines.map((line) => `  ${line}`)])
  return [`【${table.title}】`, ...rows, ...total, ...working, '']
}

/** Lines end in \n; no line is wrapped. */
export function letterText(content: LetterContent): string {
  const clauses = content.clauses.map(({ ref, text }) => `  ${ref}：${text}`)
  const remedies = content.remedies.map(({ title, text }, index) => `  ${index + 1}. ${title}：${text}`)
  return [
    content.masthead,
    content.title,
    `编号：${content.letterNo}　案件号：${content.claimNo}　查询码：${content.progressCode}`,
    '',
    content.salutation,
    ...content.paragraphs,
    '',
    ...content.tables.flatMap(tableText),
    ...(clauses.length > 0 ? ['【依据的条款】', ...clauses, ''] : []),
    ...content.closing,
    '',
    ...(remedies.length > 0 ? ['【如果您不同意，可以这样做】', ...remedies, ''] : []),
    '【怎样找到我们】',
    ...content.contacts.map(({ label, value }) => `  ${label}：${value}`),
    '',
    content.signedBy.unit,
    `经办人：${content.signedBy.handler}`,
    printedDay(content.issuedOn),
    '',
  ].join('\n')
}
