/** CMP-01, CMP-02: registering a complaint, and the list of complaints. */
import { z } from 'zod'
import { Day, Id, Instant, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { RequestChannel } from '../service-desk/index.ts'
import {
  Cause,
  CauseGroup,
  ComplaintClass,
  ComplaintLabel,
  ComplaintStand,
  ComplaintState,
  MissingItem,
  Representation,
} from './words.ts'

/** Who complains, in their own words; nothing we hold is asked again (令2020-3 art. 13). */
export const Complainant = z.object({
  name: MaybeText(40).default(''),
  phone: MaybeText(30).default(''),
  email: MaybeText(120).default(''),
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

/** Who speaks for whom, where they were heard, and what it is about. */
const Registration = z.object({
  label: ComplaintLabel.default('complaint'),
  representation: Representation.default('self'),
  /** Until when the signed mandate of a proxy runs. */
  mandateUntil: Day.nullable().default(null),
  /** Of a group: who came, and how many speak for them. */
  peopleCount: z.int().min(1).max(100_000).default(1),
  spokespersonCount: z.int().min(1).max(100_000).default(1),
  /** Where they were heard face to face, and whether it was recorded with sound and picture. */
  receptionArea: MaybeText(80).default(''),
  areaRecorded: z.boolean().nullable().default(null),
  claimId: Id.nullable().default(null),
  policyNo: MaybeText(40).default(''),
  /** Whom or what it is against, in the complainant's words. */
  respondentText: MaybeText(200).default(''),
  respondentInstitutionId: Id.nullable().default(null),
  /** The channel that sold the policy: it keeps out (CMP-05). */
  sellingInstitutionId: Id.nullable().default(null),
  concernedIds: z.array(Id).max(20).default([]),
  cover: z.enum(['group', 'individual']).default('group'),
})

/** Papers that show a mandate or an heir come as parts named `file`. */
export const registerComplaint = route({
  id: 'registerComplaint',
  method: 'POST',
  path: '/api/complaints',
  permission: 'complaint.record',
  summary: '登记投诉',
  files: true,
  body: Registration.extend({
    channel: RequestChannel,
    /** Empty: now. Earlier for letters and notes: the postmark never, the receipt always. */
    receivedAt: Instant.nullable().default(null),
    postmarkedOn: Day.nullable().default(null),
    complainant: Complainant.prefault({}),
    matter: Matter,
    personId: Id.nullable().default(null),
  }),
  answer: ComplaintStand,
})

/** Nothing is typed again: who, when, by which channel and in which words is taken over from the request. */
export const convertToComplaint = route({
  id: 'convertToComplaint',
  method: 'POST',
  path: '/api/complaints/from-request',
  permission: 'complaint.record',
  summary: '把服务单转为投诉（不重复录入）',
  files: true,
  body: Registration.extend({
    requestId: Id,
    /** Only what was not said in the request yet. */
    complainant: Complainant.prefault({}),
    matter: Matter.partial().prefault({}),
    personId: Id.nullable().default(null),
  }),
  answer: z.object({
    complaint: ComplaintStand,
    requestNo: z.string(),
    /** The same had been registered already: the request was added to it. */
    repeated: z.boolean(),
  }),
})

/** What we hold already, so that nobody is asked for it (令2020-3 art. 13). */
export const getKnownForComplaint = route({
  id: 'getKnownForComplaint',
  method: 'GET',
  path: '/api/complaints/known',
  permission: 'complaint.record',
  summary: '登记投诉时我方已有的资料',
  sensitive: true,
  query: z.object({ personId: Id.optional(), claimId: Id.optional() }),
  answer: z.object({
    person: z
      .object({ id: Id, name: z.string(), phoneMasked: z.string(), idNumberMasked: z.string(), village: z.string() })
      .nullable(),
    policies: z.array(z.object({ policyNo: z.string(), programme: z.string(), fromOn: Day, toOn: Day })),
    claims: z.array(
      z.object({
        id: Id,
        claimNo: z.string(),
        stateWord: z.string(),
        receivedAt: Instant,
        /** Promises broken so far. */
        broken: z.array(z.object({ name: z.string(), dueAt: Instant.nullable(), text: z.string() })),
      }),
    ),
    openComplaints: z.array(ComplaintStand),
    /** What must not be asked for. */
    held: z.array(z.object({ item: MissingItem, word: z.string() })),
  }),
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
    cause: Cause.nullable(),
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

const filter = {
  whose: z.enum(['mine', 'unassigned', 'open', 'all']).default('open'),
  state: ComplaintState.optional(),
  cause: Cause.optional(),
  causeGroup: CauseGroup.optional(),
  major: z.enum(['yes']).optional(),
  personId: Id.optional(),
  claimId: Id.optional(),
  /** A complaint number, a name or a phone. */
  q: z.string().max(60).optional(),
  sort: z.enum(['due', 'newest']).default('due'),
}

export const listComplaints = route({
  id: 'listComplaints',
  method: 'GET',
  path: '/api/complaints',
  permission: 'complaint.read',
  summary: '投诉列表',
  sensitive: true,
  query: PageQuery.extend(filter),
  answer: page(ComplaintRow),
})

/** As the list shows them; those about whoever asks are not in it. */
export const exportComplaints = route({
  id: 'exportComplaints',
  method: 'GET',
  path: '/api/complaints/export',
  permission: 'complaint.read',
  summary: '导出投诉列表（登记并加水印，不含电话和陈述）',
  sensitive: true,
  download: true,
  query: z.object({ ...filter, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
})
