/** Closed lists of enrolments (PRG-07) with the words people read. */
export const ENROLMENT_CHANNELS = { online: '网上', phone: '电话', video: '视频', on_site: '现场' } as const
/** What the quick check may find. */
export const ENROLMENT_FINDINGS = {
  covered: '已有保障，不用再申请',
  too_young: '还没有满规定的年龄，满了以后列入名册即可',
  applied_before: '同一证件号还有一份申请没有办完',
  died: '登记为已身故',
  moved_away: '名册显示户籍已不在本区，要核对户口簿',
  name_differs: '姓名与登记的不一致，要核对证件',
  not_listed: '不在花名册中，要核对户口簿',
} as const
export const DECLINE_REASONS = {
  covered: '已有保障，不用再申请',
  too_young: '还没有满规定的年龄',
  not_resident: '户籍不在本区',
  not_the_person: '身份信息核对不上',
  applied_before: '已经有一份申请在办理',
} as const
export type EnrolmentChannel = keyof typeof ENROLMENT_CHANNELS
export type EnrolmentFinding = keyof typeof ENROLMENT_FINDINGS
export type DeclineReason = keyof typeof DECLINE_REASONS
