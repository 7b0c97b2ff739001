/** The road of a change of policy (PRG-08): differences, steps with papers, what publication still needs. */
import { AUDIENCES, CHANGE_AREAS, CHANGE_EFFECTS, changeLifecycle, STEP_KINDS } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Day, FenAmount, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

export const ChangeState = keysOf(changeLifecycle.states)
export const StepKind = keysOf(STEP_KINDS)
export const Audience = keysOf(AUDIENCES)

export const DifferenceRow = z
  .object({
    area: keysOf(CHANGE_AREAS),
    areaWord: z.string(),
    title: z.string(),
    before: z.string(),
    after: z.string(),
    /** From the insured person's side. */
    effect: keysOf(CHANGE_EFFECTS),
    effectWord: z.string(),
  })
  .meta({ id: 'VersionDifference' })
export type DifferenceRow = z.output<typeof DifferenceRow>

export const ChangeStepView = z
  .object({
    id: Id,
    kind: StepKind,
    title: z.string(),
    /** The day it happened; recorded at `doneAt`. */
    happenedOn: Day,
    doneBy: z.string().nullable(),
    doneAt: Instant,
    /** What was recorded, as a person reads it. */
    lines: z.array(z.object({ label: z.string(), text: z.string() })),
    papers: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string() })),
    /** False: of an earlier round; the content went back to draft since. */
    stands: z.boolean(),
  })
  .meta({ id: 'ChangeStep' })
export type ChangeStepView = z.output<typeof ChangeStepView>

export const ChangeView = z
  .object({
    versionId: Id,
    effectiveFrom: Day,
    /** The published version it is compared with; null for the first of a programme. */
    comparedWith: z.int().nullable(),
    differences: z.array(DifferenceRow),
    kinds: z.object({ differs: z.boolean(), premium: z.enum(['same', 'up', 'down']), cut: z.boolean() }),
    terms: z.object({ displayDays: z.int(), noticeDays: z.int(), cutNoticeDays: z.int() }),
    /** The last day on which people can be told in time. */
    tellBy: Day,
    /** What a cheaper premium would give back; null where it is not cheaper. */
    credit: z.object({ eachFen: FenAmount, heads: z.int(), months: z.int(), totalFen: FenAmount }).nullable(),
    demands: z.array(z.object({ kind: StepKind, title: z.string(), why: z.string(), done: z.boolean() })),
    /** null: no change is recorded yet. */
    change: z
      .object({
        id: Id,
        state: ChangeState,
        stateWord: z.string(),
        openedBy: z.string().nullable(),
        openedAt: Instant,
        steps: z.array(ChangeStepView),
        /** The notice to the policy holder in the outbox. */
        holderNotice: z
          .object({ channel: z.string(), state: z.string(), stateWord: z.string(), deliveredAt: Instant.nullable() })
          .nullable(),
      })
      .nullable(),
    /** Kinds of steps that can be recorded now, and `open`. */
    can: Can,
  })
  .meta({ id: 'VersionChange', description: '方案变更' })
export type ChangeView = z.output<typeof ChangeView>

const versionParams = z.object({ versionId: Id })
const changeParams = z.object({ changeId: Id })
const happened = { happenedOn: Day }

export const getChange = route({
  id: 'getChange',
  method: 'GET',
  path: '/api/programme-versions/:versionId/change',
  permission: 'programme.read',
  summary: '方案变更：差异、步骤、还缺什么',
  params: versionParams,
  answer: ChangeView,
})
/** The trigger: why, who asked; its paper comes as file field `paper`. */
export const openChange = route({
  id: 'openChange',
  method: 'POST',
  path: '/api/programme-versions/:versionId/change',
  permission: 'programme.edit',
  summary: '登记变更：为什么、谁提出（文件字段 paper）',
  files: true,
  params: versionParams,
  body: z.object({ ...happened, why: Text(2000), askedBy: Text(100) }),
  answer: ChangeView,
})

export const StepBody = z
  .discriminatedUnion('kind', [
    z.object({ ...happened, kind: z.literal('study'), findings: Text(4000) }),
    z.object({ ...happened, kind: z.literal('negotiation'), withWhom: Text(100), outcome: Text(2000) }),
    z.object({ ...happened, kind: z.literal('solution'), solution: Text(4000) }),
    z.object({ ...happened, kind: z.literal('authority'), authority: Text(100), number: Text(60) }),
    z.object({ ...happened, kind: z.literal('display'), toOn: Day, place: Text(300) }),
    z.object({ ...happened, kind: z.literal('objection'), from: Text(100), said: Text(2000) }),
    z.object({ ...happened, kind: z.literal('answer'), objectionId: Id, said: Text(2000) }),
    z.object({ ...happened, kind: z.literal('displayEnd'), summary: Text(2000) }),
    z.object({ ...happened, kind: z.literal('credit'), note: MaybeText(500).default('') }),
    z.object({ ...happened, kind: z.literal('notice'), audience: Audience, who: Text(200), how: Text(200) }),
    z.object({ ...happened, kind: z.literal('delivery'), audience: Audience, proof: Text(500) }),
    z.object({ ...happened, kind: z.literal('drop'), reason: Text(500) }),
  ])
  .meta({ id: 'ChangeStepBody' })
export type StepBody = z.output<typeof StepBody>

export const recordChangeStep = route({
  id: 'recordChangeStep',
  method: 'POST',
  path: '/api/version-changes/:changeId/steps',
  permission: 'programme.edit',
  summary: '登记变更的一步（文件字段 paper）',
  files: true,
  params: changeParams,
  body: StepBody,
  answer: ChangeView,
})
/** By somebody who neither made the version nor studied it. */
export const agreeChange = route({
  id: 'agreeChange',
  method: 'POST',
  path: '/api/version-changes/:changeId/agree',
  permission: 'programme.publish',
  summary: '内部批准变更（第二人）',
  params: changeParams,
  body: z.object({ comment: Text(1000) }),
  answer: ChangeView,
})
export const getChangePaper = route({
  id: 'getChangePaper',
  method: 'GET',
  path: '/api/change-papers/:fileId',
  permission: 'programme.read',
  summary: '变更的文件',
  download: true,
  params: z.object({ fileId: Id }),
})
