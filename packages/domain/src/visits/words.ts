/** SRV-09, CLM-02: closed lists of the visits row. */
export const VISIT_KINDS = { home: '上门服务', on_site: '现场查勘', video: '视频协助' } as const
export type VisitKind = keyof typeof VISIT_KINDS

export const VISIT_PURPOSES = {
  explain: '讲解保障和理赔',
  report: '上门受理报案',
  collect: '收取资料',
  sign: '上门签字',
  verify: '核实情况',
  deliver: '送达通知',
  survey: '事故现场查勘',
  other: '其他',
} as const
export type VisitPurpose = keyof typeof VISIT_PURPOSES

/** Who asked, and by which way. */
export const VISIT_CHANNELS = {
  hotline: '电话',
  portal: '手机自助',
  counter: '柜面',
  wechat: '微信',
  liaison: '联络员',
  desk: '客服转办',
  report: '报案时',
  other: '其他',
} as const
export type VisitChannel = keyof typeof VISIT_CHANNELS

export const HALVES = { am: '上午', pm: '下午' } as const
export type Half = keyof typeof HALVES

export const AREAS = { urban: '市区', suburban: '郊区' } as const
export type Area = keyof typeof AREAS

/** Why a time is put off; told to the customer. `others_first`: somebody in greater need. */
export const PUT_OFF_REASONS = {
  customer_wish: '按您的要求',
  weather: '天气原因',
  traffic: '路上受阻',
  visitor_ill: '人员临时不能到',
  others_first: '临时有更急的情况要先处理',
  other: '其他原因',
} as const
export type PutOffReason = keyof typeof PUT_OFF_REASONS

export const VISIT_RESULTS = {
  settled: '已办完',
  follow_up: '已上门，还有后续事项',
  nobody_home: '家里没人',
  refused: '客户当场不愿办理',
  not_possible: '到了但办不了',
} as const
export type VisitResult = keyof typeof VISIT_RESULTS

export const ARRIVAL_PROOFS = { photo: '照片', position: '定位' } as const

export const RECORD_STANDINGS = { current: '采用', beside: '待选择', not_chosen: '未采用' } as const
