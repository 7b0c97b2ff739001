import { describe, expect, it } from 'vitest'
import { changedParticulars } from './AmendDialog.tsx'

const person: Parameters<typeof changedParticulars>[0] = {
  id: 'p',
  name: '陈阿婆',
  sex: 'female',
  birthYear: 1950,
  age: 76,
  diedOn: null,
  idNumberMasked: '4405**********0021',
  phoneMasked: '138****0000',
  villageCode: '440514001001',
  villageName: '华光',
  townName: '峡山街道',
  careMarks: ['dialect', 'mobility'],
  addressMasked: '峡山街道***',
  lacksCapacity: false,
  createdAt: '2026-01-01T00:00:00Z',
  mergedInto: null,
  roles: [],
  doubles: [],
  waitingChangeId: null,
  merges: [],
  can: [],
}
const untouched = {
  name: '陈阿婆',
  idNumber: '',
  phone: '',
  phoneGone: false,
  address: '',
  villageCode: '440514001001',
  diedOn: '',
  lacksCapacity: false,
}

describe('CUS-01 a proposed change holds only what differs', () => {
  it('is empty when nothing was touched', () => {
    expect(changedParticulars(person, untouched)).toEqual({})
  })

  it('sends typed values trimmed, and null for a day taken back', () => {
    const dead = { ...person, diedOn: '2026-11-01' }
    const values = { ...untouched, phone: ' 13900000000 ' }
    expect(changedParticulars(dead, values)).toEqual({ phone: '13900000000', diedOn: null })
  })

  it('PRG-07 a telephone that is nobody’s of the person goes, unless a new one is written', () => {
    const gone = { ...untouched, phoneGone: true }
    expect(changedParticulars(person, gone)).toEqual({ phone: null })
    expect(changedParticulars(person, { ...gone, phone: '13900000000' })).toEqual({ phone: '13900000000' })
  })
})
