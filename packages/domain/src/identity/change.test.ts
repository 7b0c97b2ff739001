import { describe, expect, it } from 'vitest'
import { changeStepsOf, decideChangeStep } from './change.ts'

const waiting = { state: 'waiting', madeBy: 'maker', aboutUserId: null, by: 'checker', mayCheck: true }

describe('ORG-05 maker–checker', () => {
  it.each([
    ['a second person confirms', 'confirm', waiting, 'ok'],
    ['a second person rejects', 'reject', waiting, 'ok'],
    ['the maker withdraws', 'withdraw', { ...waiting, by: 'maker', mayCheck: false }, 'ok'],
    ['the maker does not confirm', 'confirm', { ...waiting, by: 'maker' }, 'identity.four_eyes'],
    ['nobody confirms about himself', 'confirm', { ...waiting, aboutUserId: 'checker' }, 'identity.about_yourself'],
    ['nobody rejects about himself', 'reject', { ...waiting, aboutUserId: 'checker' }, 'identity.about_yourself'],
    ['who may not check does not see it', 'confirm', { ...waiting, mayCheck: false }, 'request.not_found'],
    ['a checker does not withdraw', 'withdraw', waiting, 'identity.not_the_maker'],
    ['what was decided is not decided again', 'confirm', { ...waiting, state: 'rejected' }, 'lifecycle.not_possible'],
  ] as const)('%s', (_case, step, facts, expected) => {
    const decided = decideChangeStep(step, facts)
    expect(decided.ok ? 'ok' : decided.code).toBe(expected)
    expect(changeStepsOf(facts).includes(step)).toBe(expected === 'ok')
  })
})
