import { describe, expect, it } from 'vitest'
import { decideOpening, decideRemoval, decideWitness, type OpeningFacts, type WitnessFacts } from './box.ts'

const codeOf = (decided: { ok: boolean; code?: string }) => (decided.ok ? 'ok' : decided.code)

describe('SRV-02 a complaint box is opened by two persons', () => {
  const facts: OpeningFacts = {
    state: 'hung',
    hungAt: '2026-03-01T00:00:00.000Z',
    lastOpenedAt: '2026-03-02T00:00:00.000Z',
    waiting: false,
    openedAt: '2026-03-09T01:00:00.000Z',
    openerId: 'a',
    witnessId: 'b',
    now: '2026-03-09T01:30:00.000Z',
  }
  it.each<[string, Partial<OpeningFacts>, string]>([
    ['by two, in time', {}, 'ok'],
    ['the first time', { lastOpenedAt: null }, 'ok'],
    ['by one alone', { witnessId: 'a' }, 'desk.box_same_person'],
    ['in the future', { openedAt: '2026-03-09T02:00:00.000Z' }, 'desk.box_opened_in_future'],
    ['before it was opened last', { openedAt: '2026-03-01T23:00:00.000Z' }, 'desk.box_opened_before'],
    ['before it hung', { lastOpenedAt: null, openedAt: '2026-02-28T23:00:00.000Z' }, 'desk.box_opened_before'],
    ['while an opening waits for its second person', { waiting: true }, 'desk.box_waiting'],
    ['after it was removed', { state: 'removed' }, 'desk.box_removed'],
  ])('%s', (_name, change, code) => {
    expect(codeOf(decideOpening({ ...facts, ...change }))).toBe(code)
  })

  const witness: WitnessFacts = { state: 'recorded', witnessId: 'b', actorId: 'b', agrees: true, dispute: '' }
  it.each<[string, Partial<WitnessFacts>, string]>([
    ['the second person agrees', {}, 'ok'],
    ['or says what was otherwise', { agrees: false, dispute: '有三封，不是两封' }, 'ok'],
    ['but not without a word', { agrees: false }, 'desk.box_dispute_missing'],
    ['nobody else does', { actorId: 'a' }, 'desk.box_not_witness'],
    ['and once', { state: 'confirmed' }, 'lifecycle.not_possible'],
  ])('%s', (_name, change, code) => {
    expect(codeOf(decideWitness({ ...witness, ...change }))).toBe(code)
  })

  it('a box is not removed while an opening waits', () => {
    expect(codeOf(decideRemoval('hung', true))).toBe('desk.box_waiting')
    expect(decideRemoval('hung', false)).toMatchObject({ ok: true, value: { to: 'removed' } })
  })
})
