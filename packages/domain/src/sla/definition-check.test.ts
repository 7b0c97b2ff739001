import { describe, expect, it } from 'vitest'
import { checkDefinition, lastVersion, type DefinitionWish } from './definition-check.ts'
import type { ClockDef } from './clock-def.ts'
import { EVENT_WORDS } from './event-words.ts'
import { at, calendars, clockDefs, clocksData, must } from './sla-world.fixture.ts'

const shipped = (id: string): Readonly<Record<string, unknown>> => clocksData.find((one) => one['id'] === id) ?? {}
function check(
  id: string,
  changes: Readonly<Record<string, unknown>>,
  wish: Partial<DefinitionWish> = {},
  all: readonly ClockDef[] = clockDefs,
) {
  const ground = { all, calendars: new Set(calendars.keys()), knowsEvent: (type: string) => type in EVENT_WORDS }
  const data = { ...shipped(id), ...changes }
  return checkDefinition(ground, { id, data, from: at('2026-11-23 10:00'), capByLaw: false, reapply: false, ...wish })
}

describe('CLK-01 SLA §2 rule 18 a definition that is put forward', () => {
  it('takes the next number and begins when it is wished, in the shape of config', () => {
    const { def, data } = must(check('T15', { budget: 5, version: 40, from: at('2020-01-01') }))
    expect(def).toMatchObject({ id: 'T15', version: 2, budget: 5, from: at('2026-11-23 10:00') })
    expect(data).toEqual({ ...shipped('T15'), budget: 5, version: 2 })
  })
  it('never begins before the version it follows', () => {
    const second = must(check('T15', { budget: 5 }, { from: at('2027-01-01') })).def
    const third = must(check('T15', { budget: 4 }, {}, [...clockDefs, second])).def
    expect(third).toMatchObject({ version: 3, from: '2026-12-31T16:00:01.000Z' })
    expect(lastVersion([...clockDefs, third, second], 'T15')).toBe(third)
  })
  it.each<readonly [string, string, Readonly<Record<string, unknown>>, Partial<DefinitionWish>, string]>([
    ['what differs in nothing', 'T15', {}, {}, 'definition.nothing_changes'],
    ['an unknown calendar', 'T15', { calendar: 'moon' }, {}, 'definition.unknown_calendar'],
    ['an event nobody records', 'T15', { stop: ['claim.danced'] }, {}, 'definition.unknown_event'],
    ['another number in the data', 'T15', { id: 'T16' }, {}, 'sla.bad_clock'],
    ['another kind', 'L01', { kind: 'promise' }, {}, 'sla.bad_clock'],
    ['no article', 'T15', { basis: { document: '服务承诺', article: '', version: '1' } }, {}, 'sla.bad_clock'],
    ['nobody to tell', 'T15', { escalation: [{ percent: 50, to: [] }] }, {}, 'sla.bad_clock'],
    ['somebody unknown to tell', 'T15', { escalation: [{ percent: 50, to: ['king'] }] }, {}, 'sla.bad_clock'],
    ['a promise longer than the law', 'T15', { budget: 40 }, {}, 'sla.promise_above_law'],
    ['a tie', 'T11', { priority: 20 }, {}, 'sla.priority_tie'],
    ['a law called off for what runs', 'L01', { heldBack: '停' }, { reapply: true }, 'definition.law_not_ended'],
    ['a law that waits for the handler', 'L01', { calendarOn: ['claim.reopened'] }, {}, 'sla.bad_clock'],
  ])('refuses %s', (_name, id, changes, wish, code) => {
    expect(check(id, changes, wish)).toMatchObject({ ok: false, code })
  })
  it('a promise longer than the law is published capped by it, and says so', () => {
    const { def, data, notes } = must(check('T15', { budget: 40 }, { capByLaw: true }))
    expect(def.cappedBy).toEqual(['L01', 'L10', 'L04'].filter((id) => def.cappedBy.includes(id)))
    expect(def.cappedBy).toContain('L01')
    expect(data).toMatchObject({ cappedBy: def.cappedBy, sourceBudget: 40 })
    expect(notes.join('')).toContain('不晚于法定时限')
  })
  it('is judged beside what is in force when it begins, not beside what was replaced', () => {
    const shorter = must(check('L10', { budget: 3 })).def
    const all = [...clockDefs, shorter]
    expect(check('T15', { budget: 4 }, {}, all)).toMatchObject({ ok: false, facts: { law: 'L10' } })
    const longer = { ...shorter, version: 3, budget: 9, from: at('2026-11-23 09:00') }
    expect(check('T15', { budget: 4 }, {}, [...all, longer])).toMatchObject({ ok: true })
  })
  it('a law cut below a promise is refused until the promise is capped', () => {
    expect(check('L01', { budget: 3 })).toMatchObject({ ok: false, code: 'sla.promise_above_law' })
  })
  it('says what a person should know: law, standstill, unverified source', () => {
    expect(must(check('L01', { budget: 29 }, { reapply: true })).notes).toContain(
      '重算在走的案件时，法定时限只会提前，不会推后。',
    )
    expect(must(check('T15', { heldBack: '停' })).notes.join('')).toContain('停用后，新案件不再计时')
    expect(must(check('L13', { budget: 14 })).notes.join('')).toContain('没有核对过原文')
  })
  it('a definition of a new number is its first version', () => {
    const data = { ...shipped('T43'), id: 'X90', start: ['recheck.asked'] }
    expect(must(check('X90', data)).def).toMatchObject({ id: 'X90', version: 1 })
  })
})
