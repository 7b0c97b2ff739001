/**
 * Structural check of pain.001.001.09 before a file leaves (CLM-12): required elements, how often they stand,
 * patterns of
 * their texts, and that count and control sum agree with the transactions.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { PAIN_001 } from './bank-file.ts'

type Rule = { readonly path: string; readonly pattern: RegExp }

const AMOUNT = /^\d{1,13}\.\d{2}$/
const MAX35 = /^.{1,35}$/su
const MAX140 = /^.{1,140}$/su

const HEADER: readonly Rule[] = [
  { path: 'GrpHdr.MsgId', pattern: MAX35 },
  { path: 'GrpHdr.CreDtTm', pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ },
  { path: 'GrpHdr.NbOfTxs', pattern: /^\d{1,15}$/ },
  { path: 'GrpHdr.CtrlSum', pattern: AMOUNT },
  { path: 'GrpHdr.InitgPty.Nm', pattern: MAX140 },
  { path: 'PmtInf.PmtInfId', pattern: MAX35 },
  { path: 'PmtInf.PmtMtd', pattern: /^(TRF|CHK|TRA)$/ },
  { path: 'PmtInf.ReqdExctnDt.Dt', pattern: /^\d{4}-\d\d-\d\d$/ },
  { path: 'PmtInf.Dbtr.Nm', pattern: MAX140 },
  { path: 'PmtInf.DbtrAcct.Id.Othr.Id', pattern: /^.{1,34}$/su },
  { path: 'PmtInf.DbtrAgt.FinInstnId.BICFI', pattern: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/ },
]
const TRANSACTION: readonly Rule[] = [
  { path: 'PmtId.EndToEndId', pattern: MAX35 },
  { path: 'Amt.InstdAmt.#text', pattern: AMOUNT },
  { path: 'Amt.InstdAmt.@_Ccy', pattern: /^[A-Z]{3}$/ },
  { path: 'Cdtr.Nm', pattern: MAX140 },
  { path: 'CdtrAcct.Id.Othr.Id', pattern: /^.{1,34}$/su },
  { path: 'RmtInf.Ustrd', pattern: MAX140 },
]

/** Where the file breaks its schema; an empty list means it keeps it. */
export function painProblems(xml: string): string[] {
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) return [`XML 第 ${wellFormed.err.line} 行`]
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => name === 'CdtTrfTxInf',
  })
  const tree: unknown = parser.parse(xml)
  const body = at(tree, 'Document.CstmrCdtTrfInitn')
  const transactions = listAt(body, 'PmtInf.CdtTrfTxInf')
  const problems = at(tree, 'Document.@_xmlns') === PAIN_001 ? [] : ['Document@xmlns']
  for (const rule of HEADER) if (!fits(body, rule)) problems.push(rule.path)
  for (const [index, one] of transactions.entries()) {
    for (const rule of TRANSACTION) if (!fits(one, rule)) problems.push(`CdtTrfTxInf[${index + 1}].${rule.path}`)
  }
  if (transactions.length === 0) problems.push('PmtInf.CdtTrfTxInf')
  if (at(body, 'GrpHdr.NbOfTxs') !== String(transactions.length)) problems.push('GrpHdr.NbOfTxs')
  const cents = transactions.reduce((sum: bigint, one) => sum + centsOf(at(one, 'Amt.InstdAmt.#text')), 0n)
  if (centsOf(at(body, 'GrpHdr.CtrlSum')) !== cents) problems.push('GrpHdr.CtrlSum')
  return [...new Set(problems)]
}

function fits(node: unknown, rule: Rule): boolean {
  const value = at(node, rule.path)
  return typeof value === 'string' && rule.pattern.test(value)
}

/** Steps down a parsed tree; names with dots do not occur. */
export function at(node: unknown, path: string): unknown {
  let here = node
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Object.entries(here).find(([key]) => key === name)?.[1]
  }
  return here
}

export function listAt(node: unknown, path: string): unknown[] {
  const found = at(node, path)
  return Array.isArray(found) ? found : found === undefined ? [] : [found]
}

/** -1 for what is no amount: no sum of amounts ever equals it. */
export function centsOf(value: unknown): bigint {
  return typeof value === 'string' && /^\d{1,13}(\.\d{1,2})?$/.test(value)
    ? BigInt((value.includes('.') ? value.padEnd(value.indexOf('.') + 3, '0') : `${value}.00`).replace('.', ''))
    : -1n
}
