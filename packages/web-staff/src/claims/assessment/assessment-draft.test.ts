import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyDisability,
  emptyStay,
  inputOf,
  papersOnFile,
  provedBy,
  unprovedIn,
  type AssessmentDraft,
} from './assessment-draft.ts'

const accident = {
  accidentOn: '2026-10-20',
  accidentTime: null,
  place: null,
  placeText: '',
  cause: 'fall' as const,
  vehicle: 'none' as const,
  injuryCode: null,
  narrative: '',
  hospital: '潮南区人民医院',
  kinds: ['hospital' as const],
  diedOn: null,
  knownOn: null,
}
const fresh = draftOf({ assessment: null, accident, vehicle: 'none', kinds: ['hospital'] })
const yes = { answer: 'yes' as const, evidence: '' }
const answered: AssessmentDraft = {
  ...fresh,
  answers: { external: yes, sudden: yes, unintended: yes, nonDisease: { answer: 'partly', evidence: '骨质疏松' } },
  stays: [{ ...emptyStay, admittedOn: '2026-10-20', dischargedOn: '2026-10-28', hospitalLevel: 2 }],
}

describe('CLM-08 the assessment being filled in', () => {
  it('presumes no answer of the accident test, and begins the stay at the hospital that was told', () => {
    expect(Object.values(fresh.answers).map((one) => one.answer)).toEqual([null, null, null, null])
    expect(fresh.stays).toEqual([{ ...emptyStay, hospital: '潮南区人民医院' }])
  })

  it('says in words what is missing before it can be calculated', () => {
    expect(inputOf(fresh)).toEqual({
      ready: false,
      missing: ['意外认定还有 4 问没有回答', '第 1 次住院缺少入院或出院日期'],
    })
    const disabled = inputOf({ ...answered, disabilities: [emptyDisability] })
    expect(disabled).toEqual({ ready: false, missing: ['第 1 项伤残缺少评定日期', '第 1 项伤残缺少部位'] })
  })

  it('PRG-03 names every answer without evidence, and one click fills in a paper on file', () => {
    const raised = { ...answered, exclusions: ['drunk'], vehicle: 'private' as const }
    expect(unprovedIn(raised)).toEqual([
      { about: 'question', question: 'external' },
      { about: 'question', question: 'sudden' },
      { about: 'question', question: 'unintended' },
      { about: 'exclusion', code: 'drunk' },
      { about: 'vehicle' },
    ])
    const proved = { ...answered, ...provedBy(answered, '病历') }
    expect(unprovedIn(proved)).toEqual([])
    expect(proved.answers.nonDisease.evidence).toBe('骨质疏松')
  })

  it('PRG-03 offers the papers that came, and drops the evidence of an exclusion that is not raised any more', () => {
    const item = { code: 'medical_record', title: '病历', required: true, substitute: '', weAsk: null, papers: [] }
    const paper = {
      id: '',
      title: '病历',
      channel: 'counter' as const,
      receivedAt: '2026-10-21T01:00:00.000Z',
      verdict: null,
      verdictReason: null,
      checks: {},
      files: [],
    }
    const documents = [
      { ...item, state: 'received' as const, papers: [paper] },
      { ...item, title: '费用清单', state: 'missing' as const },
    ]
    expect(papersOnFile({ documents })).toEqual(['病历'])
    const reading = inputOf({ ...answered, exclusionEvidence: { drunk: '血检报告' } })
    expect(reading.ready && reading.input.exclusionEvidence).toEqual({})
  })

  it('sends what was established, with absent days as null', () => {
    const reading = inputOf(answered)
    expect(reading.ready && reading.input).toMatchObject({
      accidentTest: { nonDisease: 'partly', evidence: { nonDisease: '骨质疏松' } },
      deathOn: null,
      stays: [{ admittedOn: '2026-10-20', dischargedOn: '2026-10-28', hospitalLevel: 2, recognised: false }],
    })
  })
})
