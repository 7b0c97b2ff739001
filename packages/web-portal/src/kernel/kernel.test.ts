import { describe, expect, it } from 'vitest'
import {
  clampSize, dayInWords, emptyDraft, fitWithin, instantInWords, pageOf, readDraft, reportBody, reportSteps,
  sentencesToSpeak, stepProblem,
  yuan, type ReportDraft,
} from './index.ts'

const today = '2026-11-22'
const full: ReportDraft = {
  ...emptyDraft, relation: 'child', name: '陈秀英', idNumber: '440524195001011222', accidentOn: '2026-11-20',
    cause: 'fall', place: 'indoors',
  results: ['hospital'], hospital: '潮南区人民医院', ownName: '陈小明',
}

describe('POR-01 one question a page', () => {
  it.each<[string, Partial<ReportDraft>, string]>([
    ['myself, hurt', { relation: 'self', results: ['hurt'] }, 'who name idNumber when cause where result story check'],
    ['family, hospital', {}, 'who name idNumber when cause where result hospital story ownName check'],
    ['traffic asks for the vehicle', { cause: 'traffic' },
      'who name idNumber when cause vehicle where result hospital story ownName check'],
    ['death asks for its day', { results: ['death'] },
      'who name idNumber when cause where result diedOn story ownName check'],
  ])('%s', (_case, change, steps) => {
    expect(reportSteps({ ...full, ...change }).join(' ')).toBe(steps)
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
  ])('%s with %o → %s', (step, change, problem) => {
    expect(stepProblem(step, { ...full, ...change }, today)).toBe(problem)
  })
})

describe('POR-03 what a report sends', () => {
  const right = { ...full, idNumber: validId('44052419500101122') }
  it('names the reporter, and the hospital only when in hospital', () => {
    expect(reportBody(right, today)).toMatchObject({
      insuredName: '陈秀英', reporterName: '陈小明', relation: 'child',
      accident: { kinds: ['hospital'], hospital: '潮南区人民医院', vehicle: 'none', diedOn: null },
    })
    expect(reportBody({ ...right, results: ['death'], diedOn: '2026-11-21' }, today)).toMatchObject({
      accident: { kinds: ['death'], hospital: '', diedOn: '2026-11-21' } })
  })
  it('says so when somebody is hurt and not in hospital', () => {
    expect(reportBody({ ...right, results: ['hurt'], relation: 'self' }, today)).toMatchObject({
      reporterName: '陈秀英', accident: { kinds: ['hospital'], narrative: '（报案时受伤，还没有住院）' },
    })
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

describe('POR-01 sizes, days, sums, addresses', () => {
  it.each([[24, 24], [12, 18], [99, 36], [Number.NaN, 24]])('text size %d → %d',
    (asked, size) => { expect(clampSize(asked)).toBe(size) })
  it('says days and sums as people do', () => {
    expect(dayInWords('2026-11-22', 'zh')).toBe('2026年11月22日（星期日）')
    expect(dayInWords('2026-02-05', 'en')).toBe('Thursday, 5 February 2026')
    expect(instantInWords('2026-11-22T07:05:00.000Z', 'zh')).toBe('11月22日下午3:05')
    expect(yuan(300000, 'zh')).toBe('3,000元')
    expect(yuan(120050, 'en')).toBe('¥1,200.50')
  })
  it('keeps the shape of a photo and never enlarges it', () => {
    expect(fitWithin(4000, 3000, 2400)).toEqual({ width: 2400, height: 1800 })
    expect(fitWithin(800, 600, 2400)).toEqual({ width: 800, height: 600 })
  })
  it.each([
    ['/portal/', 'home'], ['/portal', 'home'], ['/portal/report', 'report'], ['/portal/people/consent', 'consent'],
    ['/portal/cases/01936f00-0000-7000-8000-000000000001', 'claim'],
    ['/portal/cases/01936f00-0000-7000-8000-000000000001/papers/medical_record', 'paper'],
    ['/portal/cases/x', 'notFound'], ['/portal/toString', 'notFound'],
  ])('%s is %s', (path, name) => { expect(pageOf(path).name).toBe(name) })
})

describe('POR-02 reading aloud', () => {
  it('goes sentence by sentence and cuts long ones at a comma', () => {
    expect(sentencesToSpeak('我们收到了。请放心！\n下一步')).toEqual(['我们收到了。', '请放心！', '下一步'])
    const long = `${'很长的话'.repeat(25)}，${'后半句'.repeat(10)}`
    expect(sentencesToSpeak(long)).toEqual([`${'很长的话'.repeat(25)}，`, '后半句'.repeat(10)])
  })
})

function validId(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0)
  return seventeen + '10X98765432'[sum % 11]
}
