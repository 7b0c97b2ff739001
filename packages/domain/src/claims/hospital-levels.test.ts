import { describe, expect, it } from 'vitest'
import { decideStayLevels, staysAsKnown, type HospitalOfRegister, type JudgedStay } from './hospital-levels.ts'

const hospital: HospitalOfRegister = {
  id: 'h1',
  code: 'H1',
  name: '峡山示例医院',
  aliases: ['峡医'],
  town: '',
  levels: [
    { level: 1, from: '2020-01-01', to: '2026-09-30' },
    { level: 2, from: '2026-10-01', to: null },
  ],
  recognitions: [{ from: '2026-01-01', to: '2026-06-30', basis: '认可函' }],
}
const stay: JudgedStay = {
  hospital: '峡山示例医院',
  hospitalId: 'h1',
  admittedOn: '2026-10-05',
  dischargedOn: '2026-10-09',
  hospitalLevel: null,
  recognised: false,
  levelReason: '',
  register: null,
}
const level = (change: Partial<JudgedStay>) => {
  const read = decideStayLevels([{ ...stay, ...change }], [hospital])
  if (!read.ok) return read.code
  const [one] = read.value
  return [one?.hospitalLevel, one?.recognised, one?.register?.level ?? null]
}

describe('CLM-08 the level of the hospital on the day of admission', () => {
  it.each<[string, Partial<JudgedStay>, unknown]>([
    ['nothing said: the register rules', {}, [2, false, 2]],
    ['the same said', { hospitalLevel: 2 }, [2, false, 2]],
    ['before the upgrade', { admittedOn: '2026-09-30' }, [1, false, 1]],
    ['recognised that day', { admittedOn: '2026-03-01' }, [1, true, 1]],
    ['another level without a reason', { hospitalLevel: 3 }, 'claim.hospital_level_differs'],
    ['another level with a reason', { hospitalLevel: 3, levelReason: '已升级，有批文' }, [3, false, 2]],
    ['recognised against the register', { recognised: true }, 'claim.hospital_level_differs'],
    ['a day the register is silent of', { admittedOn: '2019-01-01', hospitalLevel: 2 }, [2, false, null]],
    ['known by an alias', { hospitalId: null, hospital: '峡医' }, [2, false, 2]],
    ['not in the register', { hospitalId: null, hospital: '外地医院', hospitalLevel: 3 }, [3, false, null]],
    ['an id nobody has', { hospitalId: 'h9' }, 'claim.hospital_unknown'],
  ])('%s', (_, change, expected) => {
    expect(level(change)).toEqual(expected)
  })

  it('learns a level corrected later, but not over the head of who gave a reason (CLM-16)', () => {
    const low = { ...stay, hospitalLevel: 1 as const }
    expect(staysAsKnown([low], [hospital])).toMatchObject({ corrected: true, stays: [{ hospitalLevel: 2 }] })
    expect(staysAsKnown([{ ...low, levelReason: '病区另设' }], [hospital]).corrected).toBe(false)
    expect(staysAsKnown([{ ...low, hospitalId: null }], [hospital]).corrected).toBe(false)
  })
})
