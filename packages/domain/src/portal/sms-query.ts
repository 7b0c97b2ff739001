/**
 * CLM-14: the question of a short message, "查 P261100001237 0026": a case number and the last four characters of the
 * insured person's ID number. What is written around them, small letters and wide characters do not matter.
 */
export type SmsQuery = { readonly caseNo: string; readonly idEnd: string }

const QUESTION = /^查(?:询|进度)?([BP]\d{10,14})(?:,|，|。|\.|:|：|\+|#|-)*(\d{3}[\dX])$/

export function parseSmsQuery(text: string): SmsQuery | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const found = QUESTION.exec(plain)
  return found?.[1] && found[2] ? { caseNo: found[1], idEnd: found[2] } : null
}

/** Whether a short message means to ask for a case, well or badly: 查 and then only numbers. Words are for a person. */
export function asksForCase(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
  return /^查(?:询|进度)?[A-Z0-9]*$/.test(plain)
}

export type SmsAnswer = {
  readonly caseNo: string
  readonly personName: string
  readonly sentence: string
}

export function smsAnswer({ caseNo, personName, sentence }: SmsAnswer, hotline: string): string {
  return `【安赔】案件${caseNo}（${personName}）：${sentence}电话${hotline}。`
}

/** The same words for a wrong number, a wrong ID, a strange telephone and a text nobody understands. */
export function smsNoAnswer(hotline: string): string {
  return `【安赔】没有查到。请用登记的手机发送：查 案件号 身份证后四位。也可以打电话${hotline}查询。`
}
