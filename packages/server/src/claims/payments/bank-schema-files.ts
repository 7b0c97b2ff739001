/**
 * ISO 20022 files against their schemas (CLM-12): our own XSDs of what is written and read (docs/decisions), validated
 * by libxml2 in a worker that reaches neither files nor the network. The first break is told in one sentence.
 */
import { readFileSync } from 'node:fs'
import { memoryPages, validateXML } from 'xmllint-wasm'

export const BANK_SCHEMAS = ['pain.001.001.09', 'pain.002.001.10', 'camt.053.001.08'] as const
export type BankSchema = (typeof BANK_SCHEMAS)[number]

const FOLDER = new URL('../../../../../config/bank-files/', import.meta.url)
const loaded = new Map<BankSchema, string>()

/** Null = the file keeps its schema; else where it breaks it first. */
export async function schemaProblem(xml: string, schema: BankSchema): Promise<string | null> {
  let xsd = loaded.get(schema)
  if (xsd === undefined) {
    xsd = readFileSync(new URL(`anpei-${schema}-subset.xsd`, FOLDER), 'utf8')
    loaded.set(schema, xsd)
  }
  const { valid, errors } = await validateXML({
    xml: { fileName: 'file.xml', contents: xml },
    schema: { fileName: 'schema.xsd', contents: xsd },
    maxMemoryPages: memoryPages.GiB / 2,
    modifyArguments: (args) => ['--nonet', ...args],
  })
  if (valid) return null
  const first = errors.find((error) => error.loc !== null) ?? errors[0]
  return `第 ${first?.loc?.lineNumber ?? 1} 行：${inChinese(first?.message ?? '')}`
}

/** The schema a file names by its namespace. */
export function schemaNamed(xml: string): BankSchema | null {
  const name = /urn:iso:std:iso:20022:tech:xsd:([a-z0-9.]+)/.exec(xml.slice(0, 2000))?.[1]
  return BANK_SCHEMAS.find((known) => known === name) ?? null
}

/** libxml2's words for what is wrong, said for a clerk. */
function inChinese(message: string): string {
  const element = nameIn(/Element '([^']+)'/.exec(message)?.[1])
  const expected = [...(/Expected is (.*)$/.exec(message)?.[1] ?? '').matchAll(/\}([A-Za-z0-9]+)/g)]
    .map((match) => match[1])
    .join(' 或 ')
  if (message.includes('No matching global declaration')) return `“${element}”不是这种文件的开头`
  if (message.includes('Missing child element')) return `“${element}”里缺少 ${expected}`
  if (message.includes('not expected')) return `“${element}”不该在这里${expected ? `，应为 ${expected}` : ''}`
  if (message.includes("attribute 'Ccy'")) return `“${element}”的币种不是人民币（CNY）`
  const value = /The value '([^']*)'|: '([^']*)' is not a valid value/.exec(message)
  if (value) return `“${element}”的内容“${(value[1] ?? value[2] ?? '').slice(0, 40)}”不合规定`
  return element ? `“${element}”不合规定` : '文件不完整，不是正确的 XML'
}

function nameIn(qualified: string | undefined): string {
  return qualified?.replace(/^\{[^}]*\}/, '') ?? ''
}
