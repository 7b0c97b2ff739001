import { describe, expect, it } from 'vitest'
import { emptyDraft, readDraft, reportBody, reportSteps, stepProblem, type ReportDraft } from './report-draft.ts'

const today = '2026-11-22'
const full: ReportDraft = {
  ...emptyDraft,
  relation: 'child',
  name: '陈秀英',
  idNumber: '440524195001011222',
  accidentOn: '2026-11-20',
  cause: 'fall',
  place: 'indoors',
  results: ['hospital'],
  hospital: '潮南区人民医院',
  ownName: '陈小明',
}

describe('POR-01 one question a page', () => {
  it.each<[string, Partial<ReportDraft>, string]>([
    ['myself, hurt', { relation: 'self', results: ['hurt'] }, 'who name idNumber when cause where result story check'],
    ['family, hospital', {}, 'who name idNumber when cause where result hospital story ownName check'],
    [
      'traffic asks for the vehicle',
      { cause: 'traffic' },
      'who name idNumber when cause vehicle where result hospital story ownName check',
    ],
    [
      'death asks for its day',
      { results: ['death'] },
      'who name idNumber when cause where result diedOn story ownName check',
    ],
    [
      'yesterday: whether somebody is to come to the scene, CLM-02',
      { accidentOn: '2026-11-21' },
      'who name idNumber when cause where result scene hospital story ownName check',
    ],
    [
      'and where to, when somebody is',
      { accidentOn: today, scene: 'yes' },
      'who name idNumber when cause where result scene sceneAt hospital story ownName check',
    ],
  ])('%s', (_case, change, steps) => {
    expect(reportSteps({ ...full, ...change }, today).join(' ')).toBe(steps)
  })

  it.each<[Parameters<typeof stepProblem>[0], Partial<ReportDraft>, string | null]>([
    ['who', { relation: null }, 'choose'],
    ['name', { name: ' ' }, 'nameMissing'],
    ['name', { name: '陈8' }, 'nameWrong'],
    ['idNumber', { idNumber: '' }, 'idMissing'],
    ['idNumber', { idNumber: '4405' }, 'idLength'],
    ['idNumber', { idNumber: '44052419500101122X1' }, 'idLength'],
    ['idNumber', { idNumber: '440524195013011229' }, 'idBirthday'],
    ['when', { accidentOn: '' }, 'dayMissing'],
    ['when', { accidentOn: '2026-11-23' }, 'dayInFuture'],
    ['when', { accidentOn: '2026-11-22' }, null],
    ['result', { results: [] }, 'choose'],
    ['diedOn', { results: ['death'], diedOn: '2026-11-19' }, 'deathBeforeAccident'],
    ['hospital', { hospital: '' }, null],
    ['scene', { scene: null }, 'choose'],
    ['sceneAt', { scene: 'yes', sceneAt: ' ' }, 'sceneMissing'],
  ])('%s with %o → %s', (step, change, problem) => {
    expect(stepProblem(step, { ...full, ...change }, today)).toBe(problem)
  })
})

describe('POR-03 what a report sends', () => {
  const right = { ...full, idNumber: validId('44052419500101122') }
  it('names the reporter, and the hospital only when in hospital', () => {
    expect(reportBody(right, today)).toMatchObject({
      insuredName: '陈秀英',
      reporterName: '陈小明',
      relation: 'child',
      accident: { kinds: ['hospital'], hospital: '潮南区人民医院', vehicle: 'none', diedOn: null },
    })
    expect(reportBody({ ...right, results: ['death'], diedOn: '2026-11-21' }, today)).toMatchObject({
      accident: { kinds: ['death'], hospital: '', diedOn: '2026-11-21' },
    })
  })
  it('says so when somebody is hurt and not in hospital', () => {
    expect(reportBody({ ...right, results: ['hurt'], relation: 'self' }, today)).toMatchObject({
      reporterName: '陈秀英',
      accident: { kinds: ['hospital'], narrative: '（报案时受伤，还没有住院）' },
    })
  })
  it('CLM-02: asks for somebody at the scene and says where, only while the scene is fresh', () => {
    const wanted = { ...right, scene: 'yes' as const, sceneAt: '峡山市场南门口' }
    expect(reportBody({ ...wanted, accidentOn: today }, today)).toMatchObject({
      sceneAsked: true,
      accident: { placeText: '峡山市场南门口' },
    })
    expect(reportBody(wanted, today)).toMatchObject({ sceneAsked: false, accident: { placeText: '' } })
    expect(reportBody({ ...wanted, accidentOn: today, scene: 'no' }, today)).toMatchObject({ sceneAsked: false })
  })
  it('sends nothing while an answer is missing', () => {
    expect(reportBody({ ...right, cause: null }, today)).toBeNull()
    expect(reportBody({ ...right, idNumber: '1' }, today)).toBeNull()
  })
  it('takes over only what fits from a kept draft', () => {
    expect(readDraft(JSON.parse(JSON.stringify(right)))).toEqual(right)
    expect(readDraft({ relation: 'king', results: ['hurt', 3], name: 7 })).toEqual({ ...emptyDraft, results: ['hurt'] })
    expect(readDraft('nonsense')).toEqual(emptyDraft)
  })
})

function validId(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0)
  return seventeen + '10X98765432'[sum % 11]
}
