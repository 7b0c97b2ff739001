/** Closed lists of the claims row, with the words people read (PRG-03, CLM-01). */
export const CHANNELS = {
  hotline: '电话',
  portal: '网页',
  wechat: '微信',
  counter: '柜面',
  liaison: '社区联络员',
  visit: '上门',
  email: '邮件',
  post: '信函',
  outreach: '主动联系',
  assist: '协助理赔',
} as const
export const RELATIONS = {
  self: '本人',
  spouse: '配偶',
  child: '子女',
  relative: '其他亲属',
  liaison: '社区联络员',
  staff: '工作人员',
  other: '其他人',
} as const
export const PLACES = { vehicle: '交通工具内', indoors: '户内', outdoors: '户外', public: '公共场所' } as const
export const CAUSES = {
  traffic: '交通事故',
  bump: '磕碰',
  fall: '摔倒',
  falling_object: '高空坠物',
  other: '其他',
} as const
export const CLAIM_CLASSES = {
  simple: '简易',
  standard: '标准',
  complex: '复杂',
  special: '特殊',
  mass: '群体事件',
} as const
export const KIND_WORDS = {
  death: '意外身故',
  disability: '意外伤残',
  hospital: '住院津贴',
  medical: '住院医疗',
} as const
export const BENEFIT_WORDS = {
  death: '意外身故保险金',
  disability: '意外伤残保险金',
  hospital_allowance: '意外住院津贴',
  transport_death: '交通意外身故保险金',
  medical: '意外住院医疗',
} as const
export const VEHICLE_WORDS = {
  none: '未乘交通工具',
  private: '非营运车辆',
  commercialRoad: '营运汽车（公交、出租等）',
  rail: '城市轨道交通',
  ship: '客轮、游轮',
  air: '民航飞机',
  undecided: '待人工认定（高铁、网约车、驾驶员等）',
} as const

export type Channel = keyof typeof CHANNELS
export type Relation = keyof typeof RELATIONS
export type Place = keyof typeof PLACES
export type Cause = keyof typeof CAUSES
export type ClaimClass = keyof typeof CLAIM_CLASSES
