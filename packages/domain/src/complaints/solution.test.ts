import { describe, expect, it } from 'vitest'
import {
  decideActs,
  decideExtensionAsk,
  decideJudge,
  decideRecheckAsk,
  decideRecheckHandler,
  isRechecked,
  reachesAtOnce,
  recheckBy,
} from './solution.ts'

describe('CMP-07 a proposal is judged by another person and says what is promised', () => {
  it.each([
    ['drafter', 'complaint.own_proposal'],
    ['responsible', 'complaint.own_proposal'],
    ['head', undefined],
  ])('%s', (judge, code) => {
    expect(decideJudge(judge, ['drafter', 'responsible', null])).toMatchObject(code ? { code } : { ok: true })
  })

  it.each([
    ['payment', null, null, 'complaint.act_without_sum'],
    ['payment', 100n, null, undefined],
    ['reopen_claim', null, null, 'complaint.act_without_claim'],
    ['reopen_claim', null, 'claim', undefined],
    ['apology', null, null, undefined],
  ] as const)('%s of %s for %s', (kind, sumFen, claimId, code) => {
    expect(decideActs([{ kind, sumFen, claimId }])).toMatchObject(code ? { code } : { ok: true })
  })
})

describe('CMP-08 ways of telling (令2020-3 art. 21)', () => {
  it.each([
    ['in_person', true],
    ['phone', true],
    ['kept', true],
    ['post', false],
    ['sms', false],
    ['email', false],
  ] as const)('%s reaches at once: %s', (way, atOnce) => {
    expect(reachesAtOnce(way)).toBe(atOnce)
  })
})

describe('CMP-09 longer once, before due, and 核查 within thirty days', () => {
  it.each([
    ['2026-03-17', '2026-03-17', false, undefined],
    ['2026-03-18', '2026-03-17', false, 'complaint.extension_too_late'],
    ['2026-03-10', '2026-03-17', true, 'complaint.extended_before'],
    ['2026-03-10', null, false, 'complaint.nothing_due'],
  ])('asked on %s, due %s, granted before %s', (today, dueOn, grantedBefore, code) => {
    expect(decideExtensionAsk({ today, dueOn, grantedBefore })).toMatchObject(code ? { code } : { ok: true })
  })

  it('the day after the decision arrived is the first', () => {
    expect(recheckBy('2026-03-16')).toBe('2026-04-15')
  })

  it.each([
    ['2026-04-15', null, undefined],
    ['2026-04-16', null, 'complaint.recheck_too_late'],
    ['2026-04-16', '2026-04-16', undefined],
    ['2026-04-17', '2026-04-16', 'complaint.recheck_too_late'],
  ])('asked on %s, the last day rolled to %s', (askedOn, rolledLastOn, code) => {
    const decided = decideRecheckAsk({ askedOn, reachedOn: '2026-03-16', rolledLastOn, rechecked: false })
    expect(decided).toMatchObject(code ? { code } : { ok: true })
  })

  it('nothing to recheck before a decision has arrived', () => {
    const decided = decideRecheckAsk({ askedOn: '2026-03-16', reachedOn: null, rolledLastOn: null, rechecked: false })
    expect(decided).toMatchObject({ code: 'complaint.no_decision_yet' })
  })

  it.each([
    ['told, of this round', [{ round: 2, toldAt: '2026-03-20T01:00:00.000Z' }], true],
    ['told, of the round before', [{ round: 1, toldAt: '2026-03-02T01:00:00.000Z' }], false],
    ['withdrawn or running', [{ round: 2, toldAt: null }], false],
  ])('a decision is looked at once: a 核查 %s', (_, rechecks, rechecked) => {
    expect(isRechecked(2, rechecks)).toBe(rechecked)
    const decided = decideRecheckAsk({ askedOn: '2026-03-21', reachedOn: '2026-03-16', rolledLastOn: null, rechecked })
    expect(decided).toMatchObject(rechecked ? { code: 'complaint.rechecked' } : { ok: true })
  })

  it.each([
    ['no part in it, from above', 'new', 'ho', ['ho'], undefined],
    ['had a part in it', 'handler', 'ho', ['ho'], 'complaint.recheck_own'],
    ['from beside', 'new', 'other', ['ho'], 'complaint.recheck_not_superior'],
    ['head office decided, head office looks again', 'new', 'branch', [], undefined],
    ['from nowhere', 'new', null, ['ho'], 'complaint.recheck_not_superior'],
  ] as const)('%s', (_, userId, own, superior, code) => {
    const decided = decideRecheckHandler(userId, { own, decided: 'branch', superior }, ['handler', null])
    expect(decided).toMatchObject(code ? { code } : { ok: true })
  })
})
