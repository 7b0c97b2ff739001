/** What people of the demo complain about, and how far each has come; synthetic. */
import type { Cause, ComplaintOutcome, LoopStep, RootCause } from '@anpei/domain/complaints'
import type { ChannelName } from '@anpei/domain/service-desk'

export type Story = {
  readonly workingDaysAgo: number
  readonly channel: ChannelName
  readonly cause: Cause
  readonly facts: string
  readonly demand: string
  /** Handed on by the regulator. */
  readonly sheet?: boolean
  /** About the case that ended last, with the promises broken on it. */
  readonly aboutClaim?: boolean
  readonly handler: 'handler1' | 'handler2'
  readonly until: 'registered' | 'assigned' | 'contacted' | 'proposed' | 'told' | 'asked' | 'closed'
  readonly outcome: ComplaintOutcome
  readonly findings: string
  readonly basis: string
  readonly reasons: string
  readonly solution: string
  /** Said at the callback: the complaint is open again. */
  readonly notSettled?: string
  readonly root?: {
    readonly step: LoopStep
    readonly rootCause: RootCause
    readonly why: string
    readonly improvement?: { readonly title: string; readonly plan: string; readonly days: number }
  }
}

const WAITED = {
  cause: 'claim_time',
  findings: '资料齐全后第十四个工作日才审核完，中间没有告知进度。',
  basis: '服务承诺：资料齐全后三个工作日内审核完毕，每三个工作日告知进度。',
  reasons: '经办人请假，案件没有交给别人。',
  solution: '已优先办结付款，由负责人当面致歉。',
  outcome: 'upheld',
} as const
const PAPERS = {
  cause: 'paper_review',
  findings: '同一份出院小结要了两次；第一次交来的在档案里。',
  basis: '已有的资料不得重复索要（令2020年第3号第十三条）。',
  reasons: '网点收件后没有登记到案件里。',
  solution: '以第一次交来的资料办理，不再要求补交。',
  outcome: 'upheld',
} as const
const SUM = {
  cause: 'claim_sum',
  findings: '住院津贴按 9 天计算，与出院小结一致；不保的一天是出院后自费观察。',
  basis: '条款：住院津贴按实际住院天数给付，每天 30 元。',
  reasons: '计算无误，但通知书没有写清天数怎样数。',
  solution: '逐日说明计算过程，重新送达带计算表的通知书。',
  outcome: 'partly_upheld',
} as const
const ATTITUDE = {
  cause: 'attitude',
  findings: '通话录音中座席打断客户两次，没有说明还要多久。',
  basis: '服务用语规范：不打断、先安抚、说清下一步和时间。',
  reasons: '座席当天连续接听，没有按规范处理。',
  solution: '由班长致电道歉，座席重新接受培训。',
  outcome: 'upheld',
} as const
const SILENT = {
  cause: 'no_answer',
  findings: '客户三次来电均在占线后放弃，没有回电记录。',
  basis: '服务承诺：占线或未接的来电十五分钟内回电。',
  reasons: '当天两名座席缺勤，未启动替班。',
  solution: '专人联系客户说明进度，以后缺勤时由网点替班。',
  outcome: 'upheld',
} as const
const NOT_INSURED = {
  cause: 'not_insured',
  findings: '户籍在本区，花名册漏了本人；出险时未满参保登记日。',
  basis: '参保对象以民政部门花名册为准，遗漏的由主办方补登。',
  reasons: '花名册更新前迁入，没有及时补登。',
  solution: '已报主办方补登，自补登日起有保障，出险当日不在保障期间，已书面说明。',
  outcome: 'partly_upheld',
} as const

const plain = (story: Omit<Story, 'demand' | 'handler' | 'until'> & Partial<Story>): Story => ({
  demand: '请尽快答复。',
  handler: 'handler1',
  until: 'closed',
  ...story,
})

export const COMPLAINTS: readonly Story[] = [
  plain({ ...SILENT, workingDaysAgo: 205, channel: 'phone', facts: '打了三次电话都占线，没有人打回来。' }),
  plain({ ...WAITED, workingDaysAgo: 176, channel: 'wechat', facts: '资料交了两周多，还说在审核。', aboutClaim: true }),
  plain({
    ...PAPERS,
    workingDaysAgo: 150,
    channel: 'counter',
    facts: '出院小结交过一次，又叫我再跑一趟。',
    aboutClaim: true,
    handler: 'handler2',
  }),
  plain({ ...ATTITUDE, workingDaysAgo: 128, channel: 'phone', facts: '接电话的人很不耐烦，话没说完就打断。' }),
  plain({
    ...SUM,
    workingDaysAgo: 104,
    channel: 'letter',
    facts: '住了十天院，只给九天的津贴。',
    demand: '请说明怎么算的。',
    aboutClaim: true,
  }),
  plain({ ...WAITED, workingDaysAgo: 88, channel: 'phone', facts: '二十天了赔款还没到。', aboutClaim: true }),
  plain({
    ...NOT_INSURED,
    workingDaysAgo: 73,
    channel: 'liaison',
    facts: '户口在本村，说我没有参保。',
    handler: 'handler2',
  }),
  plain({
    ...WAITED,
    workingDaysAgo: 52,
    channel: 'wechat',
    facts: '一直说在审核，没有人告诉我还要多久。',
    aboutClaim: true,
    root: {
      step: 'papers',
      rootCause: 'handover',
      why: '请假前没有移交，系统也没有提醒负责人。',
      improvement: {
        title: '请假前必须移交在办案件',
        plan: '请假审批时列出名下在办案件，逐件指定接手人；负责人每天查看快到期的案件。',
        days: 60,
      },
    },
  }),
  plain({
    ...PAPERS,
    workingDaysAgo: 41,
    channel: 'counter',
    facts: '身份证复印件已经交过两次了。',
    root: { step: 'papers', rootCause: 'too_many_papers', why: '网点收件没有登记，后台看不到。' },
  }),
  plain({ ...SILENT, workingDaysAgo: 30, channel: 'phone', facts: '老人热线打不通。', handler: 'handler2' }),
  plain({ ...ATTITUDE, workingDaysAgo: 22, channel: 'counter', facts: '柜台叫我自己去看墙上的单子。' }),
  plain({
    ...WAITED,
    workingDaysAgo: 6,
    channel: 'phone',
    facts: '说三天内付款，第八天了还没有。',
    aboutClaim: true,
    until: 'asked',
    notSettled: '钱是到了，可还是没有人说清楚为什么晚。',
  }),
  plain({
    ...SUM,
    workingDaysAgo: 8,
    channel: 'counter',
    facts: '金额和当初说的不一样。',
    handler: 'handler2',
    until: 'told',
  }),
  plain({
    ...PAPERS,
    workingDaysAgo: 4,
    channel: 'phone',
    facts: '又要我补诊断证明。',
    aboutClaim: true,
    until: 'proposed',
  }),
  plain({
    ...WAITED,
    workingDaysAgo: 3,
    channel: 'regulator',
    sheet: true,
    facts: '来信反映：资料交齐一个多月，赔款没有到账，电话多次打不通。',
    demand: '尽快赔付，说明原因。',
    handler: 'handler2',
    until: 'contacted',
  }),
  plain({ ...SILENT, workingDaysAgo: 2, channel: 'wechat', facts: '留言两天没有人回。', until: 'assigned' }),
  plain({
    ...WAITED,
    workingDaysAgo: 0,
    channel: 'phone',
    facts: '我妈摔伤住院的钱，交了资料十几天没有消息。',
    demand: '请今天给个说法。',
    until: 'registered',
  }),
]
