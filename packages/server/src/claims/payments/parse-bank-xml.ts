/** A bank's XML file, checked against its schema before anything in it is believed (CLM-12). */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { XMLParser } from 'fast-xml-parser'
import { schemaNamed, schemaProblem, type BankSchema } from './bank-schema-files.ts'

export type BankXml = { readonly schema: BankSchema; readonly tree: unknown }

export async function parseBankXml(xml: string, accepted: readonly BankSchema[]): Promise<Decision<BankXml>> {
  // Own entities are how a small file becomes a large one; no bank sends any.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return refuse('payment.return_unreadable', { where: 'DOCTYPE' })
  const schema = schemaNamed(xml)
  if (schema === null || !accepted.includes(schema)) {
    return refuse('payment.return_unreadable', { where: `只接受 ${accepted.join('、')} 格式` })
  }
  const problem = await schemaProblem(xml, schema)
  if (problem !== null) return refuse('payment.return_unreadable', { where: problem })
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: true,
  })
  const tree: unknown = parser.parse(xml)
  return ok({ schema, tree })
}
