/** Closed lists of the roster (PRG-04, PRG-05) with the words people read. */
export const MEMBER_STATUSES = { resident: '在册', moved_away: '迁出', deceased: '死亡', lost: '销户' } as const
export const DIFFERENCE_KINDS = {
  joined: '新增',
  died: '死亡',
  moved_away: '迁出',
  moved_within: '区内迁移',
  corrected: '更正',
  missing: '本月名册中没有',
} as const
export type MemberStatus = keyof typeof MEMBER_STATUSES
export type DifferenceKind = keyof typeof DIFFERENCE_KINDS
/** What gave the occasion to ask a family. */
export const OUTREACH_SOURCES = { death: '名册死亡', discharge: '医院出院' } as const
export type OutreachSource = keyof typeof OUTREACH_SOURCES
