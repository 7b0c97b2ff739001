/**
 * POR-01, CLM-01: the report of an accident, one question a page. The questions are the minimum; which are asked
 * depends on the answers. What was answered is kept as a draft until it has been sent.
 */
import type { Day } from '@anpei/domain/kernel'
import { shiftDay } from '../kernel/index.ts'
import { dayProblem, idProblem, nameProblem, type AnswerProblem } from './answer-problems.ts'

export type ReportStep =
  | 'who'
  | 'name'
  | 'idNumber'
  | 'when'
  | 'cause'
  | 'vehicle'
  | 'where'
  | 'scene'
  | 'sceneAt'
  | 'result'
  | 'diedOn'
  | 'hospital'
  | 'story'
  | 'ownName'
  | 'check'

const RELATIONS = ['self', 'spouse', 'child', 'relative', 'liaison', 'other'] as const
const CAUSES = ['fall', 'bump', 'traffic', 'falling_object', 'other'] as const
const VEHICLES = ['none', 'private', 'commercialRoad', 'rail', 'ship', 'air', 'undecided'] as const
const PLACES = ['indoors', 'outdoors', 'public', 'vehicle'] as const
const SCENES = ['yes', 'no'] as const
const RESULTS = ['hurt', 'hospital', 'disability', 'death'] as const

export type ReportDraft = {
  readonly relation: (typeof RELATIONS)[number] | null
  readonly name: string
  readonly idNumber: string
  readonly accidentOn: Day
  readonly cause: (typeof CAUSES)[number] | null
  readonly vehicle: (typeof VEHICLES)[number] | null
  readonly place: (typeof PLACES)[number] | null
  /** Somebody of ours is wanted where it happened, now (CLM-02). */
  readonly scene: (typeof SCENES)[number] | null
  readonly sceneAt: string
  readonly results: readonly (typeof RESULTS)[number][]
  readonly diedOn: Day
  readonly hospital: string
  readonly story: string
  readonly ownName: string
}

export const emptyDraft: ReportDraft = {
  relation: null,
  name: '',
  idNumber: '',
  accidentOn: '',
  cause: null,
  vehicle: null,
  place: null,
  scene: null,
  sceneAt: '',
  results: [],
  diedOn: '',
  hospital: '',
  story: '',
  ownName: '',
}

/** Where it happened before yesterday there is no scene any more to look at; who wants a visit books one. */
function sceneIsFresh(draft: ReportDraft, today: Day): boolean {
  return draft.accidentOn !== '' && draft.accidentOn >= shiftDay(today, -1)
}

export function reportSteps(draft: ReportDraft, today: Day): ReportStep[] {
  const steps: ReportStep[] = ['who', 'name', 'idNumber', 'when', 'cause']
  if (draft.cause === 'traffic') steps.push('vehicle')
  steps.push('where', 'result')
  if (sceneIsFresh(draft, today)) steps.push('scene', ...(draft.scene === 'yes' ? (['sceneAt'] as const) : []))
  if (draft.results.includes('death')) steps.push('diedOn')
  if (draft.results.includes('hospital')) steps.push('hospital')
  steps.push('story')
  if (draft.relation !== null && draft.relation !== 'self') steps.push('ownName')
  return [...steps, 'check']
}

export type StepProblem = AnswerProblem | 'choose' | 'deathBeforeAccident' | 'sceneMissing'

/** What is wrong with the answer of a step; null = go on. */
export function stepProblem(step: ReportStep, draft: ReportDraft, today: Day): StepProblem | null {
  switch (step) {
    case 'who':
      return draft.relation ? null : 'choose'
    case 'name':
      return nameProblem(draft.name)
    case 'ownName':
      return nameProblem(draft.ownName)
    case 'idNumber':
      return idProblem(draft.idNumber, today)
    case 'when':
      return dayProblem(draft.accidentOn, today)
    case 'cause':
      return draft.cause ? null : 'choose'
    case 'vehicle':
      return draft.vehicle ? null : 'choose'
    case 'where':
      return draft.place ? null : 'choose'
    case 'scene':
      return draft.scene ? null : 'choose'
    case 'sceneAt':
      return draft.sceneAt.trim() ? null : 'sceneMissing'
    case 'result':
      return draft.results.length > 0 ? null : 'choose'
    case 'diedOn':
      return dayProblem(draft.diedOn, today) ?? (draft.diedOn < draft.accidentOn ? 'deathBeforeAccident' : null)
    case 'hospital':
    case 'story':
      return null
    case 'check':
      return firstProblem(draft, today)
  }
}

function firstProblem(draft: ReportDraft, today: Day): StepProblem | null {
  for (const step of reportSteps(draft, today)) {
    const problem = step === 'check' ? null : stepProblem(step, draft, today)
    if (problem) return problem
  }
  return null
}

/** What is sent. `null` while an answer is missing. */
export function reportBody(draft: ReportDraft, today: Day) {
  if (firstProblem(draft, today) !== null || !draft.relation || !draft.cause) return null
  const died = draft.results.includes('death')
  const inHospital = draft.results.includes('hospital')
  const kinds = (['death', 'disability', 'hospital'] as const).filter((kind) => draft.results.includes(kind))
  const scene = sceneIsFresh(draft, today) && draft.scene === 'yes'
  const story = [draft.story.trim(), kinds.length === 0 ? '（报案时受伤，还没有住院）' : ''].filter(Boolean).join('\n')
  return {
    insuredName: draft.name.trim(),
    insuredIdNumber: draft.idNumber.trim(),
    relation: draft.relation,
    reporterName: draft.relation === 'self' ? draft.name.trim() : draft.ownName.trim(),
    sceneAsked: scene,
    accident: {
      accidentOn: draft.accidentOn,
      cause: draft.cause,
      place: draft.place,
      placeText: scene ? draft.sceneAt.trim() : '',
      vehicle: draft.cause === 'traffic' && draft.vehicle ? draft.vehicle : ('none' as const),
      hospital: inHospital ? draft.hospital.trim() : '',
      narrative: story,
      diedOn: died ? draft.diedOn : null,
      // Only hurt so far: hospital days are the likely benefit, and a person asks at the first call.
      kinds: kinds.length > 0 ? kinds : ['hospital' as const],
    },
  }
}

/** A kept draft is somebody's storage: only what fits is taken over. */
export function readDraft(kept: unknown): ReportDraft {
  if (typeof kept !== 'object' || kept === null) return emptyDraft
  const text = (name: string): string => {
    const value: unknown = Reflect.get(kept, name)
    return typeof value === 'string' ? value.slice(0, 2000) : ''
  }
  const choice = <T extends string>(name: string, words: readonly T[]): T | null =>
    words.find((word) => word === text(name)) ?? null
  const results: unknown = Reflect.get(kept, 'results')
  return {
    relation: choice('relation', RELATIONS),
    name: text('name'),
    idNumber: text('idNumber'),
    accidentOn: text('accidentOn'),
    cause: choice('cause', CAUSES),
    vehicle: choice('vehicle', VEHICLES),
    place: choice('place', PLACES),
    scene: choice('scene', SCENES),
    sceneAt: text('sceneAt'),
    results: Array.isArray(results) ? RESULTS.filter((one) => results.includes(one)) : [],
    diedOn: text('diedOn'),
    hospital: text('hospital'),
    story: text('story'),
    ownName: text('ownName'),
  }
}
