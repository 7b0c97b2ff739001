/** CMP-13: the cause of a complaint at its exact place, the 整改 that follows, its effect, and what was changed by it. */
import {
  improvementLifecycle,
  LOOP_STEPS,
  ROOT_CAUSES,
  VERDICTS,
  WINDOW_DAYS,
  CHANGE_KINDS,
} from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../../kernel/index.ts'
import { complaintParams } from '../words.ts'

const Step = keysOf(LOOP_STEPS)
const RootCause = keysOf(ROOT_CAUSES)
const State = keysOf(improvementLifecycle.states)
const ChangeKind = keysOf(CHANGE_KINDS)
const Named = z.object({ id: Id, name: z.string() })

/** Where it went wrong: the step, the product and the office; null = every product, every office. */
const Place = z.object({
  step: Step,
  stepWord: z.string(),
  rootCause: RootCause,
  causeWord: z.string(),
  groupWord: z.string(),
  programme: Named.nullable(),
  institution: Named.nullable(),
})
export const ImprovementStand = z
  .object({ id: Id, improvementNo: z.string(), state: State, stateWord: z.string() })
  .meta({ id: 'ImprovementStand' })
const Owned = ImprovementStand.extend({
  title: z.string(),
  ownerName: z.string(),
  dueOn: Day,
  late: z.boolean(),
})
const LibraryLink = z.object({ id: Id, caseNo: z.string(), stateWord: z.string() })

export const ComplaintLoop = z
  .object({
    cause: Place.extend({ why: z.string(), namedBy: z.string(), namedAt: Instant }).nullable(),
    /** What is proposed of the place by the claim it is about. */
    proposed: z.object({ programmeId: Id.nullable(), institutionId: Id.nullable(), step: Step.nullable() }),
    improvement: Owned.nullable(),
    /** Improvements at the same place that it may join. */
    joinable: z.array(ImprovementStand.extend({ title: z.string() })),
    libraryCase: LibraryLink.nullable(),
    can: Can,
  })
  .meta({ id: 'ComplaintLoop', description: '投诉的根因与整改' })
export type ComplaintLoop = z.output<typeof ComplaintLoop>

export const getComplaintLoop = route({
  id: 'getComplaintLoop',
  method: 'GET',
  path: '/api/complaints/:complaintId/loop',
  permission: 'complaint.read',
  summary: '投诉的根因、整改和案例',
  params: complaintParams,
  answer: ComplaintLoop,
})
export const nameRootCause = route({
  id: 'nameRootCause',
  method: 'POST',
  path: '/api/complaints/:complaintId/root-cause',
  permission: 'complaint.improve',
  summary: '定根因：环节、产品、机构和原因',
  params: complaintParams,
  body: z.object({
    step: Step,
    rootCause: RootCause,
    programmeId: Id.nullable().default(null),
    institutionId: Id.nullable().default(null),
    why: Text(1000),
  }),
  answer: z.object({ complaintId: Id }),
})
export const getImprovementChoices = route({
  id: 'getImprovementChoices',
  method: 'GET',
  path: '/api/improvement-choices',
  permission: 'complaint.improve',
  summary: '可以选的产品、机构和负责人',
  answer: z.object({ programmes: z.array(Named), institutions: z.array(Named), owners: z.array(Named) }),
})

const ownerAndDay = { ownerId: Id, dueOn: Day }
export const openImprovement = route({
  id: 'openImprovement',
  method: 'POST',
  path: '/api/complaints/:complaintId/improvements',
  permission: 'complaint.improve',
  summary: '按根因提出整改',
  params: complaintParams,
  body: z.object({
    title: Text(100),
    /** Nothing of a person belongs in here. */
    plan: Text(2000),
    ...ownerAndDay,
    /** The effect is measured over so many days before and after. */
    windowDays: z.union(WINDOW_DAYS.map((days) => z.literal(days))).default(90),
    /** Also every other product, every other office. */
    allProgrammes: z.boolean().default(false),
    allInstitutions: z.boolean().default(false),
  }),
  answer: ImprovementStand,
})
export const joinImprovement = route({
  id: 'joinImprovement',
  method: 'POST',
  path: '/api/complaints/:complaintId/improvement',
  permission: 'complaint.improve',
  summary: '并入同一环节、同一根因的整改',
  params: complaintParams,
  body: z.object({ improvementId: Id }),
  answer: ImprovementStand,
})

const Counted = z.object({
  from: Day,
  to: Day,
  count: z.int(),
  exposure: z.int(),
  /** Per thousand, with the exact 95 % interval; null where nothing was handled. */
  rate: z.object({ rate: z.number(), low: z.number(), high: z.number() }).nullable(),
})
const Effect = z.object({
  id: Id,
  round: z.int(),
  measuredAt: Instant,
  measuredBy: z.string(),
  before: Counted,
  after: Counted,
  unnamed: z.int(),
  /** Rate after ÷ rate before; `high` null = no upper bound. */
  ratio: z.object({ low: z.number(), high: z.number().nullable() }).nullable(),
  verdict: keysOf(VERDICTS),
  verdictWord: z.string(),
})
export type EffectView = z.output<typeof Effect>

const improvementParams = z.object({ improvementId: Id })
const ImprovementItem = Owned.extend({
  place: Place,
  proposedAt: Instant,
  timeLeft: TimeLeft.nullable(),
  verdictWord: z.string().nullable(),
})
export const ImprovementView = ImprovementItem.extend({
  plan: z.string(),
  windowDays: z.int(),
  exposureWord: z.string(),
  proposedBy: z.string(),
  assignedBy: z.string().nullable(),
  assignedAt: Instant.nullable(),
  ownerId: Id,
  round: z.int(),
  doneOn: Day.nullable(),
  doneAt: Instant.nullable(),
  doneText: z.string(),
  files: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string(), bytes: z.int() })),
  measureOn: Day.nullable(),
  judgedBy: z.string().nullable(),
  judgedAt: Instant.nullable(),
  judgement: z.string(),
  effects: z.array(Effect),
  changes: z.array(
    z.object({
      kind: ChangeKind,
      kindWord: z.string(),
      version: z.int(),
      title: z.string(),
      path: z.string(),
      inForceAt: Instant,
      linkedBy: z.string(),
      linkedAt: Instant,
    }),
  ),
  /** Of these only what the reader may see. */
  complaints: z.array(z.object({ id: Id, complaintNo: z.string(), stateWord: z.string(), receivedAt: Instant })),
  timeline: z.array(
    z.object({ id: z.string(), at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
  can: Can,
}).meta({ id: 'Improvement', description: '整改' })
export type ImprovementView = z.output<typeof ImprovementView>
export type ImprovementItem = z.output<typeof ImprovementItem>

export const listImprovements = route({
  id: 'listImprovements',
  method: 'GET',
  path: '/api/improvements',
  permission: 'complaint.improve',
  summary: '整改列表，新的在前',
  query: PageQuery.extend({
    whose: z.enum(['open', 'mine', 'overdue', 'all']).default('open'),
    state: State.optional(),
    step: Step.optional(),
    rootCause: RootCause.optional(),
    institutionId: Id.optional(),
  }),
  answer: page(ImprovementItem),
})
export const getImprovement = route({
  id: 'getImprovement',
  method: 'GET',
  path: '/api/improvements/:improvementId',
  permission: 'complaint.improve',
  summary: '一项整改：负责人、期限、凭证、前后投诉率、关联的修改',
  params: improvementParams,
  answer: ImprovementView,
})
export const getImprovementFile = route({
  id: 'getImprovementFile',
  method: 'GET',
  path: '/api/improvements/:improvementId/files/:fileId',
  permission: 'complaint.improve',
  summary: '整改凭证',
  params: z.object({ improvementId: Id, fileId: Id }),
  download: true,
})

const command = { method: 'POST', params: improvementParams, answer: ImprovementStand } as const
export const assignImprovement = route({
  ...command,
  id: 'assignImprovement',
  path: '/api/improvements/:improvementId/assignment',
  permission: 'complaint.coordinate',
  summary: '下达整改：负责人和期限',
  body: z.object(ownerAndDay),
})
export const dropImprovement = route({
  ...command,
  id: 'dropImprovement',
  path: '/api/improvements/:improvementId/dropping',
  permission: 'complaint.coordinate',
  summary: '不再整改，写明理由',
  body: z.object({ reason: Text(500) }),
})
export const reportImprovement = route({
  ...command,
  id: 'reportImprovement',
  path: '/api/improvements/:improvementId/report',
  permission: 'complaint.improve',
  summary: '负责人报告整改完成，附凭证',
  files: true,
  body: z.object({ text: Text(2000), doneOn: Day }),
})
export const measureImprovement = route({
  ...command,
  id: 'measureImprovement',
  path: '/api/improvements/:improvementId/measurement',
  permission: 'complaint.improve',
  summary: '测效果：前后投诉率（到期自动测一次，也可再测）',
})
export const judgeImprovement = route({
  ...command,
  id: 'judgeImprovement',
  path: '/api/improvements/:improvementId/judgement',
  permission: 'complaint.improve',
  summary: '认可整改，或要求重新整改',
  body: z.object({
    accept: z.boolean(),
    judgement: MaybeText(1000).default(''),
    /** Of doing it again. */
    dueOn: Day.nullable().default(null),
  }),
})
export const linkChange = route({
  ...command,
  id: 'linkChange',
  path: '/api/improvements/:improvementId/changes',
  permission: 'complaint.improve',
  summary: '关联改动过的规则、清单、模板、文章的版本',
  body: z.object({ kind: ChangeKind, targetId: Text(100), version: z.int().min(1) }),
})
const ChangeTarget = z.object({
  targetId: z.string(),
  version: z.int(),
  title: z.string(),
  path: z.string(),
  inForceAt: Instant,
})
export const listChangeTargets = route({
  id: 'listChangeTargets',
  method: 'GET',
  path: '/api/change-targets',
  permission: 'complaint.improve',
  summary: '可以关联的版本，新的在前',
  query: z.object({ kind: ChangeKind, q: z.string().max(60).optional() }),
  answer: z.object({ items: z.array(ChangeTarget) }),
})
