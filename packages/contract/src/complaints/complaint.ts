/** CMP-02…06: the whole of a complaint, as far as its stage before a solution goes. */
import { z } from 'zod'
import { Can, Day, Id, Instant, route, TimeLeft } from '../kernel/index.ts'
import { RequestChannel } from '../service-desk/index.ts'
import { ClockShown } from './clocks.ts'
import { Complainant, Matter } from './intake.ts'
import {
  BusinessLine,
  Cause,
  ComplaintClass,
  ComplaintLabel,
  complaintParams,
  ComplaintStand,
  ComplaintState,
  ComplaintTask,
  EntryKind,
  MissingItem,
  Representation,
  Severity,
  Urgency,
} from './words.ts'

const Who = z.object({ id: Id, name: z.string() })
const File = z.object({ id: Id, fileName: z.string(), mediaType: z.string(), bytes: z.int() })

export const ComplaintEntryView = z
  .object({
    id: Id,
    kind: EntryKind,
    kindWord: z.string(),
    round: z.int(),
    at: Instant,
    recordedAt: Instant,
    by: z.string(),
    successful: z.boolean().nullable(),
    text: z.string(),
    with: z.string(),
    place: z.string(),
    files: z.array(File),
  })
  .meta({ id: 'ComplaintEntry' })
export type ComplaintEntryView = z.output<typeof ComplaintEntryView>

export const ComplaintView = z
  .object({
    id: Id,
    complaintNo: z.string(),
    state: ComplaintState,
    stateWord: z.string(),
    label: ComplaintLabel,
    labelWord: z.string(),
    channel: RequestChannel,
    channelWord: z.string(),
    receivedAt: Instant,
    recordedAt: Instant,
    recordedBy: z.string().nullable(),
    postmarkedOn: Day.nullable(),
    round: z.int(),
    representation: Representation,
    representationWord: z.string(),
    mandateUntil: Day.nullable(),
    mandateFiles: z.array(File),
    /** Whether whoever complains may hear what is personal: of a proxy, only with a mandate that runs. */
    mayHearPersonal: z.boolean(),
    peopleCount: z.int(),
    spokespersonCount: z.int(),
    major: z.boolean(),
    receptionArea: z.string(),
    areaRecorded: z.boolean().nullable(),
    /** The telephone stands in full for those who handle or coordinate it. */
    complainant: Complainant,
    matter: Matter,
    /** The insured person as the complainant named them. */
    aboutName: z.string(),
    policyNo: z.string(),
    respondentText: z.string(),
    respondentInstitution: z.string().nullable(),
    sellingInstitution: z.string().nullable(),
    concerned: z.array(Who),
    person: z
      .object({
        id: Id,
        name: z.string(),
        idNumberMasked: z.string(),
        phoneMasked: z.string(),
        careMarks: z.array(z.string()),
        /** How to talk with the person (CUS-04). */
        careHints: z.array(z.string()),
      })
      .nullable(),
    claim: z.object({ id: Id, claimNo: z.string(), stepWord: z.string() }).nullable(),
    cover: z.enum(['group', 'individual']),
    causes: z.array(
      z.object({
        cause: Cause,
        word: z.string(),
        groupWord: z.string(),
        /** The code of the national table it is reported under; null before one was imported and matched. */
        nationalCode: z.string().nullable(),
      }),
    ),
    businessLine: BusinessLine.nullable(),
    urgency: Urgency,
    severity: Severity,
    priority: z.int(),
    priorityWord: z.string(),
    class: ComplaintClass,
    classWord: z.string(),
    legalImpact: z.boolean(),
    regulatoryImpact: z.boolean(),
    missing: z.array(z.object({ item: MissingItem, word: z.string() })),
    missingToldAt: Instant.nullable(),
    coordinator: Who.nullable(),
    responsible: Who.nullable(),
    firstContactAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    clocks: z.array(ClockShown),
    tasks: z.array(
      z.object({
        kind: ComplaintTask,
        word: z.string(),
        openedAt: Instant,
        doneAt: Instant.nullable(),
        doneBy: z.string().nullable(),
        text: z.string(),
      }),
    ),
    entries: z.array(ComplaintEntryView),
    requests: z.array(z.object({ id: Id, requestNo: z.string() })),
    linked: z.array(ComplaintStand),
    mergedInto: ComplaintStand.nullable(),
    mergedIn: z.array(ComplaintStand),
    timeline: z.array(
      z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
    ),
    /** Why whoever looks must keep out of it, though they may see it. */
    recused: z.string().nullable(),
    can: Can,
  })
  .meta({ id: 'Complaint', description: '投诉' })
export type ComplaintView = z.output<typeof ComplaintView>

export const getComplaint = route({
  id: 'getComplaint',
  method: 'GET',
  path: '/api/complaints/:complaintId',
  permission: 'complaint.read',
  summary: '投诉详情',
  sensitive: true,
  params: complaintParams,
  answer: ComplaintView,
})

export const getComplaintFile = route({
  id: 'getComplaintFile',
  method: 'GET',
  path: '/api/complaints/:complaintId/files/:fileId',
  permission: 'complaint.read',
  summary: '投诉件中的文件',
  sensitive: true,
  download: true,
  params: complaintParams.extend({ fileId: Id }),
})

/** Those who must keep out are not in it. */
export const listComplaintHandlers = route({
  id: 'listComplaintHandlers',
  method: 'GET',
  path: '/api/complaints/:complaintId/handlers',
  permission: 'complaint.coordinate',
  summary: '可以指派的责任人（须回避的人不在其中），第一位为建议',
  params: complaintParams,
  answer: z.object({
    items: z.array(
      z.object({ id: Id, name: z.string(), institution: z.string(), open: z.int(), suggested: z.boolean() }),
    ),
  }),
})

/** Names only, to say whom a complaint is about and which channel sold. */
export const listComplaintColleagues = route({
  id: 'listComplaintColleagues',
  method: 'GET',
  path: '/api/complaint-colleagues',
  permission: 'complaint.record',
  summary: '被投诉人员、机构的选择名单',
  query: z.object({ q: z.string().trim().max(40).optional() }),
  answer: z.object({
    people: z.array(Who.extend({ post: z.string(), institution: z.string() })),
    institutions: z.array(Who),
  }),
})
