/** CMP-01, CMP-02: registering a complaint, and the list of complaints. */
import { z } from 'zod'
import { Id, Instant, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { RequestChannel } from '../service-desk/index.ts'
import {
  Cause,
  CauseGroup,
  ComplaintClass,
  ComplaintLabel,
  ComplaintStand,
  ComplaintState,
  Representation,
} from './words.ts'

/** Who complains, in their own words; nothing we hold is asked again (令2020-3 art. 13). */
export const Complainant = z.object({
  name: MaybeText(40).default(''),
  phone: MaybeText(30).default(''),
  address: MaybeText(200).default(''),
  /** To the insured person, where it is somebody else. */
  relation: MaybeText(20).default(''),
})
export const Matter = z.object({
  facts: Text(4000),
  demand: MaybeText(1000).default(''),
  /** What would set it right. */
  remedy: MaybeText(1000).default(''),
})

export const registerComplaint = route({
  id: 'registerComplaint',
  method: 'POST',
  path: '/api/complaints',
  permission: 'complaint.record',
  summary: '登记投诉',
  body: z.object({
    label: ComplaintLabel.default('complaint'),
    channel: RequestChannel,
    /** Empty: now. Earlier for letters and notes: the postmark never, the receipt always. */
    receivedAt: Instant.nullable().default(null),
    representation: Representation.default('self'),
    complainant: Complainant.prefault({}),
    matter: Matter,
    personId: Id.nullable().default(null),
    claimId: Id.nullable().default(null),
    policyNo: MaybeText(40).default(''),
    /** Whom or what it is against, in the complainant's words. */
    respondentText: MaybeText(200).default(''),
    respondentInstitutionId: Id.nullable().default(null),
    concernedIds: z.array(Id).max(20).default([]),
    cover: z.enum(['group', 'individual']).default('group'),
  }),
  answer: ComplaintStand,
})

export const ComplaintRow = z
  .object({
    id: Id,
    complaintNo: z.string(),
    state: ComplaintState,
    stateWord: z.string(),
    label: ComplaintLabel,
    channelWord: z.string(),
    name: z.string(),
    causeWord: z.string().nullable(),
    priority: z.int(),
    class: ComplaintClass,
    major: z.boolean(),
    responsibleName: z.string().nullable(),
    claimNo: z.string().nullable(),
    receivedAt: Instant,
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'ComplaintRow' })

export const listComplaints = route({
  id: 'listComplaints',
  method: 'GET',
  path: '/api/complaints',
  permission: 'complaint.read',
  summary: '投诉列表',
  sensitive: true,
  query: PageQuery.extend({
    whose: z.enum(['mine', 'unassigned', 'open', 'all']).default('open'),
    state: ComplaintState.optional(),
    cause: Cause.optional(),
    causeGroup: CauseGroup.optional(),
    personId: Id.optional(),
    claimId: Id.optional(),
    /** A complaint number, a name or a phone. */
    q: z.string().max(60).optional(),
    sort: z.enum(['due', 'newest']).default('due'),
  }),
  answer: page(ComplaintRow),
})
