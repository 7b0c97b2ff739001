/**
 * What no schema can say of a pain.001 before it leaves (CLM-12): that count and control sum agree with the transfers.
 * Its structure is checked against its XSD first (bank-schema-files.ts).
 */
import { XMLParser } from 'fast-xml-parser'
import { schemaProblem } from './bank-schema-files.ts'

/** Where the file breaks its schema or its sums; an empty list means it keeps both. */
export async function painProblems(xml: string): Promise<string[]> {
  const broken = await schemaProblem(xml, 'pain.001.001.09')
  if (broken !== null) return [broken]
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => name === 'CdtTrfTxInf',
  })
  const body = at(parser.parse(xml), 'Document.CstmrCdtTrfInitn')
  const transfers = listAt(body, 'PmtInf.CdtTrfTxInf')
  const cents = transfers.reduce((sum: bigint, one) => sum + centsOf(at(one, 'Amt.InstdAmt.#text')), 0n)
  const problems: string[] = []
  for (const part of ['GrpHdr', 'PmtInf']) {
    if (at(body, `${part}.NbOfTxs`) !== String(transfers.length)) problems.push(`${part}.NbOfTxs`)
    if (centsOf(at(body, `${part}.CtrlSum`)) !== cents) problems.push(`${part}.CtrlSum`)
  }
  return problems
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
