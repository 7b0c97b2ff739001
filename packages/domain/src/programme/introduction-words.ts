/** Closed lists of product introductions (SRV-07) with the words people read. */
export const SHEET_SECTIONS = {
  cover: '保什么',
  exclusion: '不保什么',
  limit: '限额和条件',
  duty: '您要做的',
  remedy: '您的权利',
} as const
export type SheetSectionCode = keyof typeof SHEET_SECTIONS

/** By what proof the customer confirmed: on the screen, by thumbprint before a witness, by voice or film. */
export const CONFIRMATION_WAYS = {
  screen: '屏幕签名',
  thumbprint: '按手印，有见证人',
  voice: '录音',
  video: '录像',
} as const
export type ConfirmationWay = keyof typeof CONFIRMATION_WAYS

export const CONFIRMERS = { self: '本人', guardian: '监护人', proxy: '受托人' } as const
export type Confirmer = keyof typeof CONFIRMERS

/** Where the application form (投保单) goes: the enrolment of this system, or the insurer's core system. */
export const HANDING_WAYS = { enrolment: '参保申请', core: '核心业务系统' } as const
export type HandingWay = keyof typeof HANDING_WAYS

export const CORE_ANSWERS = { accepted: '同意承保', refused: '不承保', returned: '退回补正' } as const
export type CoreAnswer = keyof typeof CORE_ANSWERS

/** What speaks against a product for this customer. */
export const MISFITS = {
  too_young: '还没有满这个方案的年龄',
  over_budget: '超出能出的钱',
  covered: '已经有这个方案的保障',
  over: '这个方案的期间已经过了',
} as const
export type Misfit = keyof typeof MISFITS
