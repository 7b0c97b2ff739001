/** What the rules of a change ask about: the two versions, what was done in this round, and how far it has reached. */
import { readFileSync } from 'node:fs'
import { dayOfInstant, ok, stateOf, type Decision } from '@anpei/domain/kernel'
import {
  AUDIENCES,
  changeKinds,
  changeLifecycle,
  compareVersions,
  parseChangeTerms,
  parseProgrammeVersion,
  STEP_KINDS,
  type Audience,
  type ChangeFacts,
  type ChangeTerms,
  type DoneStep,
  type ProgrammeVersion,
  type StepKind,
  type VersionDifference,
} from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { versionOf } from './published-versions.ts'
import { findChange, noticeOfChange, stepsOfChange, type ChangeData, type StepData } from './store-changes.ts'
import { lastPublished, latestTask, type VersionData } from './store-versions.ts'

export type ChangeStand = {
  readonly version: VersionData
  readonly content: ProgrammeVersion
  /** Null: the first version of its programme. */
  readonly before: { readonly versionNo: number; readonly content: ProgrammeVersion } | null
  readonly differences: readonly VersionDifference[]
  readonly change: ChangeData | null
  readonly steps: readonly StepData[]
  readonly holderNotice: { channel: string; state: string; delivered_at: string | null } | null
  readonly rehearsal: Readonly<Record<string, unknown>> | null
  readonly facts: ChangeFacts
}

/** `lock`: the change's row, so that two steps are recorded one after the other. */
export async function changeStand(tx: Tx, version: VersionData, lock = false): Promise<Decision<ChangeStand>> {
  const { db, actor } = tx
  const read = parseProgrammeVersion(version.definition)
  if (!read.ok) return read
  const change = (await findChange(db, actor.tenantId, { versionId: version.id }, lock)) ?? null
  const [last, task, steps, notice] = await Promise.all([
    lastPublished(db, actor.tenantId, version.programme_id, version.effective_from),
    latestTask(db, actor.tenantId, 'rehearsal', version.id),
    change ? stepsOfChange(db, actor.tenantId, change.id) : [],
    change ? noticeOfChange(db, actor.tenantId, change.id) : undefined,
  ])
  const before = last ? { versionNo: last.version_no, content: versionOf(last.id, last.definition) } : null
  const rehearsal = rehearsalOf(task?.state === 'done' ? task.result : null)
  const facts: ChangeFacts = {
    state: change ? stateOf(changeLifecycle, change.state) : changeLifecycle.initial,
    kinds: before ? changeKinds(before.content, read.value) : { differs: false, premium: 'same', cut: false },
    terms: changeTerms(),
    effectiveFrom: version.effective_from,
    today: dayOfInstant(tx.now),
    steps: change ? steps.filter((step) => stands(step, change)).map(doneStep) : [],
    isSubmitted: version.state === 'submitted',
    isRehearsed: rehearsal !== null && rehearsal['hash'] === version.definition_hash.toString('hex'),
    madeBy: version.made_by,
    isHolderReached: notice?.state === 'reached',
  }
  return ok({
    version,
    content: read.value,
    before,
    differences: before ? compareVersions(before.content, read.value) : [],
    change,
    steps,
    holderNotice: notice ?? null,
    rehearsal,
    facts,
  })
}

/** What was done in this round; why it was asked for stands through all of them. */
export function stands(step: StepData, change: ChangeData): boolean {
  return step.round === change.round || step.kind === 'trigger'
}

function rehearsalOf(result: unknown): Record<string, unknown> | null {
  if (typeof result !== 'object' || result === null || !('rehearsal' in result)) return null
  const { rehearsal } = result
  return typeof rehearsal === 'object' && rehearsal !== null ? { ...rehearsal } : null
}

function doneStep(step: StepData): DoneStep {
  const text = (name: string): string | null => {
    const value = step.content[name]
    return typeof value === 'string' ? value : null
  }
  return {
    id: step.id,
    kind: stepKind(step.kind),
    on: step.happened_on,
    by: step.done_by,
    papers: step.papers.length,
    audience: audienceOf(text('audience')),
    answers: text('objectionId'),
    to: text('toOn'),
  }
}

export function stepKind(text: string): StepKind {
  for (const kind in STEP_KINDS) if (isStepKind(kind) && kind === text) return kind
  throw new Error(`unknown kind of step: ${text}`)
}

function isStepKind(text: string): text is StepKind {
  return Object.hasOwn(STEP_KINDS, text)
}

export function audienceOf(text: string | null): Audience | null {
  return text === 'holder' || text === 'insured' ? text : null
}

export function audienceWord(text: string): string {
  const audience = audienceOf(text)
  return audience ? AUDIENCES[audience] : text
}

let terms: ChangeTerms | undefined

function changeTerms(): ChangeTerms {
  if (terms) return terms
  const file = new URL('../../../../../config/change-terms.json', import.meta.url)
  const read = parseChangeTerms(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new Error(`config/change-terms.json: ${JSON.stringify(read.facts)}`)
  return (terms = read.value)
}
