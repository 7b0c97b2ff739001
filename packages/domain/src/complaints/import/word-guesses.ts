/**
 * CMP-13: what a word of another system may mean here: offered to the person who fills the table of words, never taken
 * by itself. A word that names no more than a step, as 理赔 alone, says not what was wrong there: nothing is offered.
 */
import type { Cause } from '../categories.ts'
import type { ComplaintOutcome } from '../words.ts'

const CAUSE_SIGNS: readonly (readonly [RegExp, Cause])[] = [
  [/leak|breach|泄[露漏]/i, 'data_leak'],
  [/privacy|personal (information|data)|信息/i, 'data_use'],
  [/surrender|cancel|refund|退保/i, 'surrender_dispute'],
  [/mis-?represent|mislead|mis-?sell|误导|销售/i, 'mis_selling'],
  [/renew|续[保期]/i, 'renewal_dispute'],
  [/underwrit|eligib|refusal to insure|承保|参保/i, 'not_insured'],
  [/policyholder service|address change|变更|保全/i, 'data_change'],
  [/delay|slow|timel|时效|拖延|延误|逾期|超时|慢|[太很好]久|迟迟/i, 'claim_time'],
  [/medical|医疗/i, 'medical_payment'],
  [/denial|denied|拒赔|不赔|不予[理给]?赔|核赔/i, 'claim_review'],
  [/settlement|underpa|claim amount|赔付金额|赔款|少赔/i, 'claim_sum'],
  [/document|proof of|资料|材料/i, 'paper_review'],
  [/premium|fee|rate|charge|收费|扣费|保费/i, 'fees'],
  [/回访/, 'callback'],
  [/no (response|answer)|unanswered|communicat|打不通|不通|无人/i, 'no_answer'],
  [/attitude|rude|态度|customer service|服务/i, 'attitude'],
]
const OUTCOME_SIGNS: readonly (readonly [RegExp, ComplaintOutcome])[] = [
  [/position (upheld|substantiated)|not (justified|confirmed|upheld)|un(founded|substantiated)/i, 'not_upheld'],
  [/no (merit|relief)|explanation|不属实|不成立|驳回|不支持/i, 'not_upheld'],
  [/partial|partly|部分/i, 'partly_upheld'],
  [/settle|compromise|协商|和解|调解/i, 'settled'],
  [/overturned|relief|upheld|justified|confirmed|substantiated|claim paid|属实|成立|支持/i, 'upheld'],
]

export function guessCause(word: string): Cause | null {
  return CAUSE_SIGNS.find(([sign]) => sign.test(word))?.[1] ?? null
}

export function guessOutcome(word: string): ComplaintOutcome | null {
  return OUTCOME_SIGNS.find(([sign]) => sign.test(word))?.[1] ?? null
}
