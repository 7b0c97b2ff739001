/** CMP-02…05, CMP-09: what is done with a complaint before it is solved. Each command answers how it stands. */
import { TIED_REPRESENTATIONS } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Day, Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { IdentityPoint, IdTail } from '../callbacks/index.ts'
import { RequestChannel } from '../service-desk/index.ts'
import {
  BusinessLine,
  Cause,
  ComplaintClass,
  complaintParams,
  ComplaintStand,
  ComplaintTask,
  Finding,
  MissingItem,
  Severity,
  Urgency,
} from './words.ts'

const command = { method: 'POST', params: complaintParams, answer: ComplaintStand } as const
const reason = z.object({ reason: Text(500) })

export const askMissingItems = route({
  ...command,
  id: 'askMissingItems',
  path: '/api/complaints/:complaintId/missing',
  permission: 'complaint.record',
  summary: '记下投诉还缺什么，并记录告知投诉人（我方已有的不得索要）',
  body: z.object({
    items: z.array(MissingItem).min(1).max(20),
    /** How and in which words the complainant was told; empty: not told yet. */
    told: z.object({ channel: RequestChannel, text: Text(1000), at: Instant.nullable().default(null) }).nullable(),
  }),
})

/** Papers come as parts named `file`; `asMandate`: they show the mandate or the heir. */
export const supplementComplaint = route({
  ...command,
  id: 'supplementComplaint',
  path: '/api/complaints/:complaintId/supplement',
  permission: 'complaint.record',
  summary: '补充投诉人、委托书或材料',
  files: true,
  body: z.object({
    name: MaybeText(40).default(''),
    phone: MaybeText(30).default(''),
    email: MaybeText(120).default(''),
    address: MaybeText(200).default(''),
    demand: MaybeText(1000).default(''),
    respondentText: MaybeText(200).default(''),
    mandateUntil: Day.nullable().default(null),
    asMandate: z.boolean().default(false),
    concernedIds: z.array(Id).max(20).default([]),
    /** Which of the missing items came with it. */
    brought: z.array(MissingItem).max(20).default([]),
    note: MaybeText(1000).default(''),
  }),
})

/**
 * To whom it belongs, where that was not known when it came (a complaint from a phone), or was wrong. What was said of
 * the person is compared with the register; of a claim its own person counts.
 */
export const tieComplaint = route({
  ...command,
  id: 'tieComplaint',
  path: '/api/complaints/:complaintId/tie',
  permission: 'complaint.record',
  summary: '核对身份后，把投诉关联到被保险人或赔案，写明投诉人是谁',
  body: z.object({
    personId: Id,
    claimId: Id.nullable().default(null),
    /** Who speaks, as found now; empty: as it stands (a group, somebody without a name). */
    representation: z.enum(TIED_REPRESENTATIONS).nullable().default(null),
    relation: MaybeText(20).default(''),
    /** What was said right of the insured person; birthday and number are compared by the machine. */
    heard: z.array(IdentityPoint).max(5).default([]),
    birthOn: Day.nullable().default(null),
    idTail: IdTail.default(''),
    reason: Text(300),
  }),
})

export const checkComplaint = route({
  ...command,
  id: 'checkComplaint',
  path: '/api/complaints/:complaintId/check',
  permission: 'complaint.coordinate',
  summary: '首次审核：是否受理，紧急与严重程度，法律与监管影响',
  body: z.object({
    finding: Finding,
    urgency: Urgency.default('normal'),
    severity: Severity.default('normal'),
    legalImpact: z.boolean().default(false),
    regulatoryImpact: z.boolean().default(false),
    /** Not ours, or decided already: where the complainant was told to turn. */
    told: MaybeText(500).default(''),
    /** The complaint in which it was decided. */
    earlierId: Id.nullable().default(null),
  }),
})

export const classifyComplaint = route({
  ...command,
  id: 'classifyComplaint',
  path: '/api/complaints/:complaintId/classify',
  permission: 'complaint.coordinate',
  summary: '分类：事由（首个为主）、业务条线、是否情况复杂',
  body: z.object({
    causes: z.array(Cause).min(1).max(5),
    businessLine: BusinessLine,
    class: ComplaintClass,
    /** Why it is complicated, where it is. */
    reason: MaybeText(500).default(''),
  }),
})

export const assignComplaint = route({
  ...command,
  id: 'assignComplaint',
  path: '/api/complaints/:complaintId/assign',
  permission: 'complaint.coordinate',
  summary: '指派唯一责任人；不写人员则按专长、地区、负荷选定',
  body: z.object({ userId: Id.nullable().default(null), reason: MaybeText(300).default('') }),
})

export const contactComplainant = route({
  ...command,
  id: 'contactComplainant',
  path: '/api/complaints/:complaintId/contacts',
  permission: 'complaint.record',
  summary: '记录与投诉人的联系；没有联系上的也记',
  body: z.object({
    channel: RequestChannel,
    /** Empty: now. */
    at: Instant.nullable().default(null),
    /** A person spoke, no automatic message. */
    human: z.boolean().default(true),
    /** The complainant was reached. */
    successful: z.boolean(),
    text: Text(2000),
    with: MaybeText(40).default(''),
  }),
})

/** Papers come as parts named `file`. */
export const addNewFacts = route({
  ...command,
  id: 'addNewFacts',
  path: '/api/complaints/:complaintId/new-facts',
  permission: 'complaint.record',
  summary: '新的事实或理由：法定时限自收到之日重新计算',
  files: true,
  body: z.object({ text: Text(4000), at: Instant.nullable().default(null) }),
})

/** The signed wish comes as part `file`, where there is one. */
export const withdrawComplaint = route({
  ...command,
  id: 'withdrawComplaint',
  path: '/api/complaints/:complaintId/withdraw',
  permission: 'complaint.record',
  summary: '投诉人撤回，当日终止',
  files: true,
  body: z.object({ channel: RequestChannel, text: Text(1000), at: Instant.nullable().default(null) }),
})

export const mergeComplaint = route({
  ...command,
  id: 'mergeComplaint',
  path: '/api/complaints/:complaintId/merge',
  permission: 'complaint.coordinate',
  summary: '同一投诉人的重复投诉并入另一件',
  body: reason.extend({ intoId: Id }),
})
export const separateComplaint = route({
  ...command,
  id: 'separateComplaint',
  path: '/api/complaints/:complaintId/separate',
  permission: 'complaint.coordinate',
  summary: '撤销并案',
  body: reason,
})
export const linkComplaint = route({
  ...command,
  id: 'linkComplaint',
  path: '/api/complaints/:complaintId/links',
  permission: 'complaint.coordinate',
  summary: '与另一件投诉关联（投诉人可以不同）',
  body: reason.extend({ otherId: Id }),
})
export const endComplaintTask = route({
  ...command,
  id: 'endComplaintTask',
  path: '/api/complaints/:complaintId/tasks/:kind/end',
  permission: 'complaint.read',
  summary: '完成法务、质量或监管影响的待办',
  params: complaintParams.extend({ kind: ComplaintTask }),
  body: z.object({ text: Text(2000) }),
})
