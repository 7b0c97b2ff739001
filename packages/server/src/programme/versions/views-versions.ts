/**
 * Programmes and versions as screens see them: with what the linter says and how the examples come out (PRG-01,
 * PRG-09).
 */
import { RehearsalView as RehearsalShape } from '@anpei/contract/programme'
import type {
  getVersion as getRoute,
  lintDefinition as lintRoute,
  listProgrammes as listRoute,
  RehearsalView,
  TaskProgress,
  VersionRow,
  VersionView,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  addDays,
  dayOfInstant,
  holds,
  isDay,
  ok,
  refuse,
  stateOf,
  transitionsFrom,
  type Day,
  type Decision,
} from '@anpei/domain/kernel'
import {
  adjudicateDoorCase,
  checkExamples,
  fillTemplate,
  lintVersion,
  parseProgrammeVersion,
  reasonText,
  sentenceOf,
  versionLifecycle,
  workingSentences,
  type ProgrammeVersion,
  type WorkingStep,
} from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadStandards, publishedOn } from './published-versions.ts'
import { policiesOfTenant } from '../cover/store-policies.ts'
import { blankTerms } from './blank-terms.ts'
import {
  findVersion,
  lastPublished,
  latestTask,
  programmesOfTenant,
  versionsOfTenant,
  type VersionData,
} from './store-versions.ts'
import { policyView } from '../cover/views-premium.ts'

export async function listProgrammes(tx: Tx): Promise<Decision<Answer<typeof listRoute>>> {
  const { db, actor } = tx
  const [programmes, versions, policies] = await Promise.all([
    programmesOfTenant(db, actor.tenantId),
    versionsOfTenant(db, actor.tenantId),
    policiesOfTenant(db, actor.tenantId),
  ])
  const today = dayOfInstant(tx.now)
  const inForce = await Promise.all(programmes.map((one) => publishedOn(db, actor.tenantId, one.id, today)))
  return ok({
    programmes: programmes.map((one, at) => ({
      id: one.id,
      code: one.code,
      name: one.name,
      lastOn: one.last_on,
      rosterMode:
        inForce[at]?.content.parameters.rosterMode ?? (one.roster_mode === 'unlisted' ? 'unlisted' : 'listed'),
      versions: versions.filter((version) => version.programme_id === one.id).map(versionRow),
      policies: policies.filter((policy) => policy.programme_id === one.id).map(policyView),
      can: [
        ...(holds(actor, 'programme.edit') ? ['draft'] : []),
        ...(holds(actor, 'roster.import') ? ['import'] : []),
        ...(holds(actor, 'programme.publish') && inForceEver(versions, one.id) ? ['renew'] : []),
      ],
    })),
  })
}

function inForceEver(versions: readonly VersionData[], programmeId: string): boolean {
  return versions.some((version) => version.programme_id === programmeId && version.state === 'published')
}

function versionRow(version: VersionData): VersionRow {
  const state = stateOf(versionLifecycle, version.state)
  return {
    id: version.id,
    programmeId: version.programme_id,
    versionNo: version.version_no,
    state,
    stateWord: versionLifecycle.states[state].zh,
    effectiveFrom: version.effective_from,
    effectiveBefore: version.effective_before ?? dayAfter(textOf(version.definition, 'inForceTo')),
    title: textOf(version.definition, 'title'),
    reason: version.reason,
    madeBy: version.made_by_name,
    madeAt: version.made_at,
    publishedBy: version.published_by_name,
    publishedAt: version.published_at,
  }
}

/** A draft ends as it says. */
function dayAfter(last: string): Day | null {
  return isDay(last) ? addDays(last, 1) : null
}

export async function versionView(tx: Tx, version: VersionData): Promise<VersionView> {
  const { actor } = tx
  const row = versionRow(version)
  const task = await latestTask(tx.db, actor.tenantId, 'rehearsal', version.id)
  const judged = judgeDefinition(version.definition)
  const can = transitionsFrom(versionLifecycle, row.state).filter((name) =>
    name === 'publish'
      ? holds(actor, 'programme.publish') && version.made_by !== actor.id
      : holds(actor, 'programme.edit'),
  )
  const edits = row.state === 'draft' && holds(actor, 'programme.edit')
  const before = edits
    ? await lastPublished(tx.db, actor.tenantId, version.programme_id, version.effective_from)
    : undefined
  const terms = recordOf(before?.definition)
  const given = recordsOf(terms['benefits'])
  const blank = recordsOf(blankTerms()['benefits']).filter(({ code }) => !given.some((one) => one['code'] === code))
  return {
    ...row,
    definition: recordOf(version.definition),
    findings: judged.findings,
    examples: judged.examples,
    rehearsal: task ? rehearsalView(task) : null,
    benefitsToGive: edits ? [...given, ...blank] : [],
    exclusionsBefore: recordsOf(terms['exclusions']),
    can: [
      ...can,
      ...(edits ? ['edit', 'discard'] : []),
      ...(row.state !== 'published' && holds(actor, 'programme.edit') ? ['rehearse'] : []),
    ],
  }
}

export async function getVersion(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<VersionView>> {
  const version = await findVersion(tx.db, tx.actor.tenantId, params.versionId)
  return version ? ok(await versionView(tx, version)) : refuse('request.not_found')
}

export async function lintDefinition(
  _tx: Tx,
  { body }: Input<typeof lintRoute>,
): Promise<Decision<Answer<typeof lintRoute>>> {
  return ok(judgeDefinition(body.definition))
}

function judgeDefinition(definition: unknown): Answer<typeof lintRoute> {
  const read = parseProgrammeVersion(definition)
  if (!read.ok) {
    const { problems } = read.facts
    const texts = Array.isArray(problems) ? problems : [String(problems)]
    return { findings: texts.map((text) => ({ code: read.code, severity: 'error', text: String(text) })), examples: [] }
  }
  const findings = [...lintVersion(read.value), ...checkExamples(read.value, loadStandards())]
  return {
    findings: findings.map((one) => ({ code: one.code, severity: one.severity, text: one.zh })),
    examples: runExamples(read.value),
  }
}

function runExamples(version: ProgrammeVersion): Answer<typeof lintRoute>['examples'] {
  const programmes = new Map([[version.programme, [version]]])
  return version.examples.map(({ name, input, expect }) => {
    const answer = adjudicateDoorCase(input, programmes, loadStandards())
    const steps = [...answer.working, ...answer.lines.flatMap((line) => line.working)]
    const said = (code: string): string => {
      const step = steps.find((one) => one.code === code)
      return step ? sentenceOf(step) : wordsFrom(code, steps)
    }
    return {
      name,
      agrees:
        answer.outcome === expect.outcome &&
        answer.payableFen === expect.payableFen &&
        expect.reasons.every((reason) => answer.reasons.some((one) => one === reason)),
      expected: {
        outcome: expect.outcome,
        payableFen: Number(expect.payableFen),
        reasons: [...expect.reasons],
        reasonTexts: expect.reasons.map(said),
      },
      answered: {
        outcome: answer.outcome,
        payableFen: Number(answer.payableFen),
        reasons: [...answer.reasons],
        reasonTexts: answer.reasons.map(said),
        working: workingSentences(answer),
      },
    }
  })
}

/** A reason without a step of its own is told with the values of the steps of its kind; what they lack is left open. */
function wordsFrom(code: string, steps: readonly WorkingStep[]): string {
  const family = steps.filter((one) => one.code.split('.')[0] === code.split('.')[0])
  const facts = Object.assign({}, ...family.map((one) => one.facts).reverse())
  return fillTemplate(reasonText(code)?.zh ?? code, facts).replaceAll(/\{\w+\}/g, '…')
}

type TaskRow = {
  id: string
  state: string
  done_count: number
  total_count: number | null
  fault: string | null
  result?: unknown
}

export function taskProgress(task: TaskRow): TaskProgress {
  const state = task.state === 'running' || task.state === 'done' || task.state === 'failed' ? task.state : 'waiting'
  return { id: task.id, state, doneCount: task.done_count, totalCount: task.total_count, fault: task.fault }
}

function rehearsalView(task: TaskRow): RehearsalView {
  const result = task.result
  const done = typeof result === 'object' && result !== null && 'rehearsal' in result
  return {
    task: taskProgress(task),
    result: done ? (RehearsalShape.shape.result.safeParse(result.rehearsal).data ?? null) : null,
  }
}

function textOf(json: unknown, name: string): string {
  const value = recordOf(json)[name]
  return typeof value === 'string' ? value : ''
}

function recordsOf(json: unknown): Record<string, unknown>[] {
  return Array.isArray(json) ? json.map(recordOf) : []
}

export function recordOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? { ...json } : {}
}
