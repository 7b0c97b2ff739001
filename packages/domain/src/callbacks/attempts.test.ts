import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decideAttempt, decideExhausted, outcomesOf, type NewAttempt, type PastAttempt } from './attempts.ts'
import { parseCallbackRules, type CallbackRules } from './rules.ts'
import type { CallbackWay, DayPart } from './words.ts'

const data: unknown = JSON.parse(
  readFileSync(new URL('../../../../config/callbacks/rules.json', import.meta.url), 'utf8'),
)
const rules: CallbackRules = (() => {
  const parsed = parseCallbackRules(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
})()

const NOW = '2026-11-27T02:00:00.000Z'
const facts = { now: NOW, owedAt: '2026-11-20T02:00:00.000Z', rules }
const plain: NewAttempt = {
  at: NOW,
  way: 'phone',
  outcome: 'no_answer',
  callNo: 'C-1',
  note: '',
  files: 0,
  laterAt: null,
}

describe('CBK-02 CMP-10 a try is written down with what proves it', () => {
  it.each([
    ['the number of the call', {}, 'call_log'],
    ['a recording outweighs the number', { files: 1 }, 'file'],
    ['a note that says enough', { callNo: '', note: '响了十声没有人接' }, 'note'],
  ] as const)('%s', (_, change, evidence) => {
    expect(decideAttempt({ ...plain, ...change }, facts)).toEqual({ ok: true, value: { evidence, dayPart: 'morning' } })
  })

  it.each([
    ['2026-11-26T03:59:00.000Z', 'morning'],
    ['2026-11-26T04:00:00.000Z', 'afternoon'],
    ['2026-11-26T10:00:00.000Z', 'evening'],
    ['2026-11-25T16:30:00.000Z', 'morning'],
  ])('at %s it is %s', (at, dayPart) => {
    expect(decideAttempt({ ...plain, at }, facts)).toMatchObject({ value: { dayPart } })
  })

  it.each([
    ['nothing proves it', { callNo: '', note: '没接' }, 'callback.evidence_missing'],
    ['it lies in the future', { at: '2026-11-27T02:00:00.001Z' }, 'callback.attempt_in_future'],
    ['it was before the callback was owed', { at: '2026-11-20T01:59:59.999Z' }, 'callback.attempt_too_early'],
    ['it is entered four days later', { at: '2026-11-23T02:00:00.000Z' }, 'callback.attempt_too_late'],
    [
      'a day that is over rests on a note alone',
      { at: '2026-11-26T02:00:00.000Z', callNo: '', note: '昨天打过，没有人接' },
      'callback.late_needs_proof',
    ],
    ['a door is busy', { way: 'visit', outcome: 'busy' }, 'callback.outcome_odd'],
    ['nobody is home on the telephone', { outcome: 'nobody_home' }, 'callback.outcome_odd'],
    ['a call is not replied to', { outcome: 'no_reply' }, 'callback.outcome_odd'],
    ['the agreed time is missing', { outcome: 'call_later' }, 'callback.later_missing'],
    ['the agreed time is over', { outcome: 'call_later', laterAt: NOW }, 'callback.later_missing'],
  ] as const)('refuses where %s', (_, change, code) => {
    expect(decideAttempt({ ...plain, ...change }, facts)).toMatchObject({ ok: false, code })
  })
})

describe('CBK-02 what can come of a way', () => {
  it.each([
    ['phone', 'reached no_answer busy switched_off wrong_number call_later declined'],
    ['sms', 'reached wrong_number no_reply call_later declined'],
    ['liaison', 'reached nobody_home call_later declined'],
  ] as const)('%s: %s', (way, outcomes) => expect(outcomesOf(way)).toEqual(outcomes.split(' ')))
})

const tried = (on: string, dayPart: DayPart, way: CallbackWay = 'phone'): PastAttempt => ({
  at: `2026-11-${on}T02:00:00.000Z`,
  way,
  outcome: way === 'visit' ? 'nobody_home' : 'no_answer',
  dayPart,
})
const three = [tried('23', 'morning'), tried('24', 'afternoon'), tried('25', 'morning')]

describe('CBK-02 CMP-10 not reached only after three days, two parts of the day and another way', () => {
  it('three calls and a visit', () => {
    expect(decideExhausted([...three, tried('25', 'afternoon', 'visit')], rules)).toMatchObject({
      ok: true,
      value: { attempts: 4, days: ['2026-11-23', '2026-11-24', '2026-11-25'] },
    })
  })

  it.each([
    ['nothing was tried', [], '另外 3 天'],
    ['only the telephone', three, '换一种方式'],
    ['two days', [...three.slice(0, 2), tried('24', 'evening'), tried('24', 'evening', 'visit')], '另外 1 天'],
    [
      'always in the morning',
      [tried('23', 'morning'), tried('24', 'morning'), tried('25', 'morning'), tried('26', 'morning', 'visit')],
      '换个时段',
    ],
    ['three in all', [three[0], three[1], tried('25', 'evening', 'visit')], '还差 1 次'],
    [
      'a talk is no vain try',
      [...three, { ...tried('26', 'evening', 'visit'), outcome: 'reached' as const }],
      '换一种方式',
    ],
  ])('not yet where %s', (_, attempts, missing) => {
    const past = attempts.flatMap((one) => one ?? [])
    const decided = decideExhausted(past, rules)
    expect(decided).toMatchObject({ ok: false, code: 'callback.not_exhausted' })
    expect(decided.ok ? '' : decided.facts['missing']).toContain(missing)
  })
})

describe('CBK-02 the rules as data', () => {
  it.each([
    ['leastAttempts', 2],
    ['leastDays', 2.5],
    ['afterClaimDays', 8],
    ['noteLeast', undefined],
  ])('refuses %s = %s', (where, value) => {
    const given = { ...rules, [where]: value }
    expect(parseCallbackRules(given)).toEqual({ ok: false, code: 'callback.rules_malformed', facts: { where } })
  })
})
