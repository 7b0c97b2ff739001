import { describe, expect, it } from 'vitest'
import { parseOnSite, whyOnSite } from './index.ts'

const data = {
  freshDays: 1,
  rules: [
    { why: '当场身故', kinds: ['death'], diedAtOnce: true },
    { why: '交通事故致残', kinds: ['disability'], causes: ['traffic'] },
  ],
}
const rules = { freshDays: 1, rules: data.rules.map((rule) => ({ causes: [], diedAtOnce: false, ...rule })) }
const told = {
  asked: false,
  kinds: ['death'],
  cause: 'fall',
  diedAtOnce: true,
  accidentOn: '2026-11-22',
  receivedOn: '2026-11-23',
} as const

describe('CLM-02 whether somebody goes to the scene', () => {
  it.each([
    ['a death on the spot, told the day after', {}, '当场身故'],
    ['a death later in hospital', { diedAtOnce: false }, null],
    ['told two days after', { accidentOn: '2026-11-21' }, null],
    ['asked for, however late', { asked: true, accidentOn: '2026-01-01', kinds: ['hospital'] }, '报案人要求到现场'],
    ['disabled by traffic', { kinds: ['disability', 'hospital'], cause: 'traffic' }, '交通事故致残'],
    ['disabled by a fall', { kinds: ['disability'] }, null],
    ['in hospital', { kinds: ['hospital'] }, null],
  ] as const)('%s', (_name, change, why) => {
    expect(whyOnSite({ ...told, ...change }, rules)).toBe(why)
  })

  it('reads its rules from data', () => {
    expect(parseOnSite(data)).toEqual({ ok: true, value: rules })
  })

  it.each([
    [{ rules: [] }],
    [{ freshDays: 1 }],
    [{ freshDays: 1, rules: [{ why: '', kinds: ['death'] }] }],
    [{ freshDays: 1, rules: [{ why: '甲', kinds: [] }] }],
    [{ freshDays: 1, rules: [{ why: '甲', kinds: ['death'], causes: 'fall' }] }],
    [{ freshDays: 1, rules: ['death'] }],
  ])('refuses %j', (input) => {
    expect(parseOnSite(input)).toMatchObject({ ok: false, code: 'visit.on_site_malformed' })
  })
})
