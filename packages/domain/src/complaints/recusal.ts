/**
 * CMP-05, CUS-11, 令2020-3 art. 17: 回避. Whoever is complained about, stands in their reporting line, or belongs to the
 * channel that sold, can neither handle, close nor contact; the persons themselves cannot see it either. Of a 举报
 * nobody of them sees anything.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

export type Concerned = {
  /** The persons complained about. */
  readonly concernedIds: readonly string[]
  /** Their superiors, up to the top. */
  readonly lineIds: readonly string[]
  readonly sellingInstitutionId: string | null
}
export type Somebody = { readonly id: string; readonly institutionId: string | null }

/** Why somebody must keep out, or null. */
export function recusedAs(who: Somebody, { concernedIds, lineIds, sellingInstitutionId }: Concerned) {
  if (concernedIds.includes(who.id)) return 'concerned' as const
  if (lineIds.includes(who.id)) return 'line' as const
  if (sellingInstitutionId !== null && who.institutionId === sellingInstitutionId) return 'seller' as const
  return null
}

export const RECUSED_WORDS = {
  concerned: '本人是被投诉人',
  line: '是被投诉人的上级',
  seller: '属于销售该保单的渠道',
} as const

/** May this person handle, close or contact? */
export function decideImpartial(who: Somebody, concerned: Concerned): Decision<null> {
  const why = recusedAs(who, concerned)
  return why === null ? ok(null) : refuse('complaint.recused', { why: RECUSED_WORDS[why] })
}
