import { describe, expect, it } from 'vitest'
import { bankFile } from './bank-file.ts'
import { schemaNamed, schemaProblem } from './bank-schema-files.ts'
import { camt053, pain002 } from './bank-xml.fixture.ts'
import { parseBankXml } from './parse-bank-xml.ts'

const OURS = bankFile({
  batchNo: 'PB20261120000001',
  format: 'pain.001',
  madeAt: '2026-11-20T01:00:00.000Z',
  payments: [
    { paymentNo: 'F1', holderName: '陈秀英', account: '6228480328888888881', bank: '农业银行', amountFen: 15000n },
  ],
}).bytes.toString('utf8')
const STATUS = pain002([{ no: 'F1', state: 'ACSC' }])
const STATEMENT = camt053([{ side: 'DBIT', yuan: '150.00', endToEndId: 'F1' }])

describe('CLM-12 bank files keep their schemas', () => {
  it.each([
    ['pain.001.001.09', OURS],
    ['pain.002.001.10', STATUS],
    ['camt.053.001.08', STATEMENT],
  ] as const)('%s: a whole file', async (schema, xml) => {
    expect(schemaNamed(xml)).toBe(schema)
    expect(await schemaProblem(xml, schema)).toBeNull()
  })

  it.each([
    ['pain.001.001.09', OURS.replace('<PmtMtd>TRF', '<PmtMtd>CHK'), '“PmtMtd”的内容“CHK”不合规定'],
    ['pain.001.001.09', OURS.replace('Ccy="CNY"', 'Ccy="USD"'), '“InstdAmt”的币种不是人民币（CNY）'],
    ['pain.001.001.09', OURS.replace('150.00</InstdAmt>', '150.005</InstdAmt>'), '“InstdAmt”的内容“150.005”不合规定'],
    ['pain.002.001.10', STATUS.replace('<TxSts>ACSC</TxSts>', ''), '“StsRsnInf”不该在这里，应为 OrgnlUETR 或 TxSts'],
    ['pain.002.001.10', STATUS.replace(/<GrpHdr>.*<\/GrpHdr>/, ''), '“OrgnlGrpInfAndSts”不该在这里，应为 GrpHdr'],
    ['camt.053.001.08', STATEMENT.replace('DBIT', 'OUT'), '“CdtDbtInd”的内容“OUT”不合规定'],
    ['camt.053.001.08', STATEMENT.replace('<Bal><Tp/></Bal>', ''), '“Ntry”不该在这里，应为 '],
    ['camt.053.001.08', STATEMENT.slice(0, -20), '文件不完整，不是正确的 XML'],
  ] as const)('%s broken: one sentence with the line', async (schema, xml, sentence) => {
    const problem = await schemaProblem(xml, schema)
    expect(problem).toMatch(/^第 \d+ 行：/)
    expect(problem).toContain(sentence)
  })

  it('takes only the messages it asked for, and no entities', async () => {
    expect(await parseBankXml(STATUS, ['camt.053.001.08'])).toMatchObject({
      code: 'payment.return_unreadable',
      facts: { where: '只接受 camt.053.001.08 格式' },
    })
    expect(await parseBankXml('<!DOCTYPE a [<!ENTITY b "c">]><a/>', ['camt.053.001.08'])).toMatchObject({ ok: false })
    expect(await parseBankXml(STATEMENT, ['camt.053.001.08'])).toMatchObject({ ok: true })
  })
})
