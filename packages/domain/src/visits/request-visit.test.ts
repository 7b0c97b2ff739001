import { describe, expect, it } from 'vitest'
import { areaInForce, decidePlace, decideRequest, eligibleBy } from './index.ts'

const today = '2026-11-23'
const facts = { kind: 'home', personId: null, name: '陈秀英', phone: '13800000001', wishes: [], today } as const

describe('SRV-09 who is visited, and when it suits', () => {
  it.each([
    ['60 on the very day', '1966-11-23', [], [], ['age']],
    ['59, and nothing speaks for it', '1966-11-24', [], [], []],
    ['young, and cannot walk', '1990-01-01', ['mobility', 'vip'], [], ['mobility']],
    ['not in the register, as told', null, [], ['age', 'lives_alone'], ['age', 'lives_alone']],
    [
      'what the register says and what is told, once',
      '1940-01-15',
      ['disabled'],
      ['age', 'disabled'],
      ['age', 'disabled'],
    ],
  ] as const)('%s', (_name, birthOn, careMarks, told, by) => {
    expect(eligibleBy({ birthOn, careMarks, told, today })).toEqual(by)
  })

  it.each([
    ['nobody', { name: '' }, 'visit.nobody_named'],
    ['no telephone', { phone: '' }, 'visit.phone_missing'],
    ['yesterday', { wishes: [{ day: '2026-11-22', half: 'am' }] }, 'visit.wish_out_of_range'],
    ['far ahead', { wishes: [{ day: '2026-12-24', half: 'pm' }] }, 'visit.wish_out_of_range'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(decideRequest({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })

  it('takes a person of the register without more, and any half-day ahead', () => {
    const wishes = [{ day: '2026-11-24', half: 'pm' }] as const
    expect(decideRequest({ ...facts, personId: 'p', name: '', phone: '', wishes })).toMatchObject({ ok: true })
  })
})

describe('SRV-09 CLM-02 nobody is sent to a door nobody knows', () => {
  it.each([
    ['home', '', '440514001001', false],
    ['home', '祠堂前巷3号', null, true],
    ['on_site', '', null, false],
    ['on_site', '', '440514001001', true],
    ['on_site', '峡山市场门口', null, true],
    ['video', '', null, true],
  ] as const)('%s, %s, village %s: %s', (kind, address, villageCode, known) => {
    expect(decidePlace({ kind, address, villageCode })).toMatchObject(
      known ? { ok: true } : { ok: false, code: 'visit.address_missing' },
    )
  })
})

describe('CLM-02 urban or suburban', () => {
  it('goes by what the sponsor confirmed, else by the stricter hour, and says which', () => {
    expect(areaInForce('suburban')).toEqual({ area: 'suburban', known: true })
    expect(areaInForce(null)).toEqual({ area: 'urban', known: false })
  })
})
