/** A draft of the next year's version, ready to be edited, and the road of its change. */
import {
  agreeChange,
  draftVersion,
  editVersion,
  getChange,
  listProgrammes,
  openChange,
  recordChangeStep,
  rehearseVersion,
  submitVersion,
  type ChangeView,
  type StepBody,
  type VersionView,
} from '@anpei/contract/programme'
import type { World } from './world.ts'

export async function newDraft(world: World, effectiveFrom: string): Promise<VersionView> {
  const manager = await world.as('pm')
  const [programme] = (await manager(listProgrammes, {})).programmes
  if (!programme) throw new Error('no programme')
  const copyOf = programme.versions.find((version) => version.state === 'published')?.id ?? ''
  return manager(draftVersion, {
    params: { programmeId: programme.id },
    body: { copyOf, effectiveFrom, reason: '下一年度' },
  })
}

/** The definition with the examples moved to dates of the version, and changed by `change`. */
export function definitionOf(
  version: VersionView,
  change: (definition: Record<string, unknown>) => void,
): Record<string, unknown> {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(version.definition))
  change(copy)
  return copy
}

/** A draft changed, submitted, rehearsed, its change opened. */
export async function openedChange(
  world: World,
  effectiveFrom: string,
  change: ((definition: Record<string, unknown>) => void) | null,
): Promise<ChangeView> {
  const manager = await world.as('pm')
  const draft = await newDraft(world, effectiveFrom)
  const params = { versionId: draft.id }
  if (change) {
    await manager(editVersion, { params, body: { definition: definitionOf(draft, change), reason: '下一年度' } })
  }
  await manager(submitVersion, { params })
  await manager(rehearseVersion, { params })
  await world.runJobs()
  const body = { happenedOn: '2026-11-20', why: '续保谈判后的新约定', askedBy: '区民政局' }
  return manager(openChange, { params, body }, { files: [paper('来函.pdf')] })
}

/** The smallest thing that is a PDF. */
export function paper(name: string) {
  return { field: 'paper', file: new Blob(['%PDF-1.4\n%%EOF\n']), name }
}

export async function stepOf(world: World, view: ChangeView, body: StepBody, withPaper = false): Promise<ChangeView> {
  const manager = await world.as('pm')
  const params = { changeId: view.change?.id ?? '' }
  return manager(recordChangeStep, { params, body }, withPaper ? { files: [paper('附件.pdf')] } : {})
}

export async function agreed(world: World, view: ChangeView): Promise<ChangeView> {
  await stepOf(world, view, { kind: 'study', happenedOn: '2026-11-21', findings: '可行' })
  const head = await world.as('head')
  return head(agreeChange, { params: { changeId: view.change?.id ?? '' }, body: { comment: '同意' } })
}

/** From the approval to the proof that both audiences were told; the clock moves past the display. */
export async function authorisedAndTold(world: World, view: ChangeView): Promise<ChangeView> {
  const step = (body: StepBody, withPaper = false) => stepOf(world, view, body, withPaper)
  await step({ kind: 'authority', happenedOn: '2026-11-23', authority: '区民政局', number: '潮南民〔2026〕1号' }, true)
  await step({ kind: 'display', happenedOn: '2026-11-23', toOn: '2026-11-29', place: '各村（居）公告栏' })
  world.clock.set('2026-11-30T01:00:00.000Z')
  await step({ kind: 'displayEnd', happenedOn: '2026-11-30', summary: '没有意见' })
  if (view.kinds.premium === 'down') await step({ kind: 'credit', happenedOn: '2026-11-30', note: '' })
  const how = { happenedOn: '2026-11-30', who: '全体', how: '公告和短信' }
  await step({ kind: 'notice', audience: 'holder', ...how }, true)
  return step({ kind: 'notice', audience: 'insured', ...how }, true)
}

export async function changeOf(world: World, versionId: string): Promise<ChangeView> {
  return (await world.as('pm'))(getChange, { params: { versionId } })
}
