/** CLM-14, SRV-12: the same look-up, told in one sentence to whoever asks in a dialogue; a no is told in words too. */
import { fill, type Tx } from '../http/index.ts'
import { lookUp } from './look-up.ts'

const LONGEST_CASE_NO = 20
const LONGEST_ID_NUMBER = 30

export async function lookUpInWords(tx: Tx, caseNo: string, idNumber: string): Promise<string> {
  const body = { caseNo: caseNo.slice(0, LONGEST_CASE_NO), idNumber: idNumber.slice(0, LONGEST_ID_NUMBER) }
  const found = await lookUp(tx, { params: {}, query: {}, body })
  if (!found.ok) return fill(tx.app.refusalTexts(found.code).zh, found.facts)
  return `${found.value.personName}，${found.value.caseNo}：${found.value.sentence}`
}
