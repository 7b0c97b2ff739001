/** Programmes and their dated versions (PRG-01, PRG-08, PRG-09): view, edit, lint, examples, rehearse, publish. */
import { versionLifecycle } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Day, FenAmount, Id, Instant, keysOf, route, Text } from '../kernel/index.ts'
import { PolicyView } from './premium.ts'

export const VersionState = keysOf(versionLifecycle.states)

/** Long work that can be left and found again (OPS-05). */
export const TaskProgress = z
  .object({
    id: Id,
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    doneCount: z.int(),
    totalCount: z.int().nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: 'TaskProgress' })
export type TaskProgress = z.output<typeof TaskProgress>

export const VersionRow = z
  .object({
    id: Id,
    programmeId: Id,
    versionNo: z.int(),
    state: VersionState,
    stateWord: z.string(),
    effectiveFrom: Day,
    /** First day it is no longer in force; null = open. */
    effectiveBefore: Day.nullable(),
    title: z.string(),
    reason: z.string(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    publishedBy: z.string().nullable(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'ProgrammeVersionRow' })
export type VersionRow = z.output<typeof VersionRow>

export const ProgrammeView = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    /** Its last day, that of its last version; null = it has none. */
    lastOn: Day.nullable(),
    rosterMode: z.enum(['listed', 'unlisted']),
    versions: z.array(VersionRow),
    policies: z.array(PolicyView),
    can: Can,
  })
  .meta({ id: 'Programme', description: '方案' })

export const Finding = z
  .object({ code: z.string(), severity: z.enum(['error', 'warning']), text: z.string() })
  .meta({ id: 'Finding' })
export const ExampleRun = z
  .object({
    name: z.string(),
    agrees: z.boolean(),
    /** `reasonTexts`: the sentences of the codes, with the values this example gives them. */
    expected: z.object({
      outcome: z.string(),
      payableFen: FenAmount,
      reasons: z.array(z.string()),
      reasonTexts: z.array(z.string()),
    }),
    answered: z.object({
      outcome: z.string(),
      payableFen: FenAmount,
      reasons: z.array(z.string()),
      reasonTexts: z.array(z.string()),
      working: z.array(z.string()),
    }),
  })
  .meta({ id: 'ExampleRun' })

export const RehearsalView = z
  .object({
    task: TaskProgress,
    /** null until the task is done. */
    result: z
      .object({
        claims: z.int(),
        peopleAffected: z.int(),
        beforeFen: FenAmount,
        afterFen: FenAmount,
        policyYears: z.int(),
        lossRatioBeforeBps: z.int().nullable(),
        lossRatioAfterBps: z.int().nullable(),
        changedPromises: z.array(z.string()),
        changed: z.array(
          z.object({
            ref: z.string(),
            personRef: z.string(),
            outcomeBefore: z.string(),
            outcomeAfter: z.string(),
            beforeFen: FenAmount,
            afterFen: FenAmount,
          }),
        ),
        changedCount: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'Rehearsal' })
export type RehearsalView = z.output<typeof RehearsalView>

export const VersionView = VersionRow.extend({
  /** The version as data, the shape of config/programmes. */
  definition: z.record(z.string(), z.unknown()),
  findings: z.array(Finding),
  examples: z.array(ExampleRun),
  rehearsal: RehearsalView.nullable(),
  /** Of a draft: what a benefit that was struck is given back from, in the version before or blank. */
  benefitsToGive: z.array(z.record(z.string(), z.unknown())),
  /** The exclusions of the version before; they say which of them a benefit is given back with. */
  exclusionsBefore: z.array(z.record(z.string(), z.unknown())),
  can: Can,
}).meta({ id: 'ProgrammeVersion', description: '方案版本' })
export type VersionView = z.output<typeof VersionView>

const programmeParams = z.object({ programmeId: Id })
const versionParams = z.object({ versionId: Id })

export const listProgrammes = route({
  id: 'listProgrammes',
  method: 'GET',
  path: '/api/programmes',
  permission: 'programme.read',
  summary: '方案列表',
  answer: z.object({ programmes: z.array(ProgrammeView) }),
})
export const getVersion = route({
  id: 'getVersion',
  method: 'GET',
  path: '/api/programme-versions/:versionId',
  permission: 'programme.read',
  summary: '方案版本',
  params: versionParams,
  answer: VersionView,
})
/**
 * A new programme with a draft of its first version, a copy of the version given or of the empty one shipped. The first
 * day is the first of its policy years; its clauses cite the source until they are edited.
 */
export const openProgramme = route({
  id: 'openProgramme',
  method: 'POST',
  path: '/api/programmes',
  permission: 'programme.edit',
  summary: '新建方案，并起草第一版',
  body: z.object({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/, '小写字母开头，字母、数字和短横，2 到 20 个'),
    name: Text(100),
    rosterMode: z.enum(['listed', 'unlisted']),
    copyOf: Id.nullable(),
    startsOn: Day.refine((day) => day.slice(8) <= '28', '请定在每月 28 日以前（含）'),
    district: Text(200),
    minAge: z.int().min(0).max(120),
    perHeadFen: FenAmount.min(1),
    plannedHeads: z.int().min(1).max(100_000_000),
    source: Text(200),
  }),
  answer: VersionView,
})
/** A new draft, a copy of the version given, in force from the day given. */
export const draftVersion = route({
  id: 'draftVersion',
  method: 'POST',
  path: '/api/programmes/:programmeId/versions',
  permission: 'programme.edit',
  summary: '起草新版本',
  params: programmeParams,
  body: z.object({ copyOf: Id, effectiveFrom: Day, reason: Text(500) }),
  answer: VersionView,
})
export const editVersion = route({
  id: 'editVersion',
  method: 'PUT',
  path: '/api/programme-versions/:versionId',
  permission: 'programme.edit',
  summary: '编辑草稿',
  params: versionParams,
  body: z.object({ definition: z.record(z.string(), z.unknown()), reason: Text(500) }),
  answer: VersionView,
})
/** Lints and runs the examples of a definition that is being edited, without saving it. */
export const lintDefinition = route({
  id: 'lintDefinition',
  method: 'POST',
  path: '/api/programme-versions/lint',
  permission: 'programme.edit',
  summary: '检查草稿与例子',
  body: z.object({ definition: z.record(z.string(), z.unknown()) }),
  answer: z.object({ findings: z.array(Finding), examples: z.array(ExampleRun) }),
})
/** Starts the rehearsal in the background; its progress and result stand in the version. */
export const rehearseVersion = route({
  id: 'rehearseVersion',
  method: 'POST',
  path: '/api/programme-versions/:versionId/rehearse',
  permission: 'programme.edit',
  summary: '用历史赔案演练',
  params: versionParams,
  answer: VersionView,
})
export const submitVersion = route({
  id: 'submitVersion',
  method: 'POST',
  path: '/api/programme-versions/:versionId/submit',
  permission: 'programme.edit',
  summary: '提交发布',
  params: versionParams,
  answer: VersionView,
})
export const takeBackVersion = route({
  id: 'takeBackVersion',
  method: 'POST',
  path: '/api/programme-versions/:versionId/take-back',
  permission: 'programme.edit',
  summary: '退回修改',
  params: versionParams,
  answer: VersionView,
})
/** A draft that was a mistake goes; with the only version of a programme that nothing hangs on goes the programme. */
export const discardVersion = route({
  id: 'discardVersion',
  method: 'POST',
  path: '/api/programme-versions/:versionId/discard',
  permission: 'programme.edit',
  summary: '作废草稿',
  params: versionParams,
  body: z.object({ reason: Text(500) }),
})
export const publishVersion = route({
  id: 'publishVersion',
  method: 'POST',
  path: '/api/programme-versions/:versionId/publish',
  permission: 'programme.publish',
  summary: '发布（编制人之外的第二人）',
  params: versionParams,
  answer: VersionView,
})
