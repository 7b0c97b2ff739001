import { describe, expect, it } from 'vitest'
import { draftOf, emptyDisability, emptyStay, inputOf, type AssessmentDraft } from './assessment-draft.ts'

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

  it('sends what was established, with absent days as null', () => {
    const reading = inputOf(answered)
    expect(reading.ready && reading.input).toMatchObject({
      accidentTest: { nonDisease: 'partly', evidence: { nonDisease: '骨质疏松' } },
      deathOn: null,
      stays: [{ admittedOn: '2026-10-20', dischargedOn: '2026-10-28', hospitalLevel: 2, recognised: false }],
    })
  })
})
