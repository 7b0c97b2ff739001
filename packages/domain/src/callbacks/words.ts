/** CBK-01, CBK-02: closed lists of the callbacks row. */
import type { DataUse } from '../customers/index.ts'

type Occasion = {
  readonly zh: string
  /** Who must not call does not see it either (CMP-05). */
  readonly concealed: boolean
  /** What the call needs of the person (CUS-06); none: it belongs to the case itself. */
  readonly use: DataUse | null
}

export const OCCASIONS = {
  complaint_closed: { zh: '投诉办结前', concealed: true, use: null },
  complaint_reopened: { zh: '投诉重开后', concealed: true, use: null },
  claim_ended: { zh: '赔案结束后', concealed: false, use: 'after_case_call' },
  quality_finding: { zh: '质量检查后', concealed: true, use: null },
  cover_started: { zh: '承保首月', concealed: false, use: 'after_case_call' },
  quarterly: { zh: '每季度', concealed: false, use: 'satisfaction_survey' },
  yearly: { zh: '每年全面', concealed: false, use: 'satisfaction_survey' },
} as const satisfies Readonly<Record<string, Occasion>>
export type CallbackOccasion = keyof typeof OCCASIONS

/** How somebody is tried. By hand, that is by going there or sending somebody, where the telephone does not reach. */
export const WAYS = {
  phone: { zh: '电话', other: false },
  family_phone: { zh: '家人电话', other: false },
  wechat: { zh: '微信', other: true },
  sms: { zh: '短信', other: true },
  video: { zh: '视频', other: true },
  visit: { zh: '上门', other: true },
  liaison: { zh: '联络员', other: true },
} as const
export type CallbackWay = keyof typeof WAYS

export const OUTCOMES = {
  reached: '找到本人或家人',
  no_answer: '无人接听',
  busy: '占线',
  switched_off: '关机、停机',
  wrong_number: '号码不对',
  nobody_home: '家里没人',
  no_reply: '没有回复',
  call_later: '请改时间再打',
  declined: '不愿接受回访',
} as const
export type CallbackOutcome = keyof typeof OUTCOMES

/** What proves an attempt: the call’s number in the telephone system, a recording or picture, or what was noted. */
export const EVIDENCE = { call_log: '通话编号', file: '录音或照片', note: '文字记录' } as const
export type EvidenceKind = keyof typeof EVIDENCE

export const DAY_PARTS = { morning: '上午', afternoon: '下午', evening: '晚上' } as const
export type DayPart = keyof typeof DAY_PARTS

export const SATISFIED = { yes: '满意', no: '不满意', unclear: '一般或没说清' } as const
export type Satisfied = keyof typeof SATISFIED

/** Who is on the telephone. */
export const CALLEES = { self: '本人', family: '家人代答', complainant: '投诉人' } as const
export type Callee = keyof typeof CALLEES

/** What was said right about the person; at least two are needed (CBK-02). */
export const IDENTITY_POINTS = {
  name: '姓名',
  birth: '出生日期',
  id_tail: '身份证后四位',
  home: '家住哪个村',
  case_no: '所说的事（案号或经过）',
} as const
export type IdentityPoint = keyof typeof IDENTITY_POINTS

export const FOLLOW_UPS = {
  unclear: '没说清楚，再解释',
  hard: '觉得麻烦，看哪里可以省',
  dissatisfied: '不满意，了解并改进',
  suggestion: '客户的建议',
  accident: '出过意外，新报案',
  wrong_number: '号码不对，查新号码',
  wrong_phone: '电话变了，更正资料',
  wrong_address: '住址变了，更正资料',
} as const
export type FollowUpKind = keyof typeof FOLLOW_UPS
/** What people think of how they were served, gravest first. */
export const OPINIONS: readonly FollowUpKind[] = ['dissatisfied', 'unclear', 'hard', 'suggestion']
export const isOpinion = (kind: FollowUpKind): boolean => OPINIONS.includes(kind)

/** What is confirmed at each callback. */
export const CONTACT_FIELDS = { phone: '电话', address: '住址' } as const
export type ContactField = keyof typeof CONTACT_FIELDS
