import { describe, expect, it } from 'vitest'
import { needOfCase, parseAssignment } from './assignment.ts'
import type { OwnerCandidate } from './choose-owner.ts'

const table = { skills: { death: ['身故案件'], disability: ['伤残评定'] }, languages: { dialect: 'teochew' } }
const person = (id: string, more: Partial<OwnerCandidate> = {}): OwnerCandidate => ({
  id,
  mayHold: true,
  absent: false,
  handlesVillages: [],
  languages: ['zh'],
  skills: [],
  openCount: 0,
  lastAssignedAt: null,
  ...more,
})
const given = { villageCode: null, kinds: ['disability'], careMarks: [], apart: [] }

describe('ORG-07 what a case needs of its owner', () => {
  it.each([
    ['a skill somebody has', [person('a'), person('b', { skills: ['伤残评定'] })], {}, ['伤残评定'], null],
    ['a skill nobody has is not asked for', [person('a')], {}, [], null],
    ['who has it is absent', [person('a'), person('b', { skills: ['伤残评定'], absent: true })], {}, [], null],
    ['who has it is kept apart', [person('a'), person('b', { skills: ['伤残评定'] })], { apart: ['b'] }, [], null],
    [
      'two skills of two people: the first',
      [person('a', { skills: ['身故案件'] }), person('b', { skills: ['伤残评定'] })],
      { kinds: ['death', 'disability'] },
      ['身故案件'],
      null,
    ],
    ['a hospital case needs none', [person('b', { skills: ['伤残评定'] })], { kinds: ['hospital'] }, [], null],
    ['who speaks the dialect', [person('a')], { careMarks: ['alone', 'dialect'] }, [], 'teochew'],
  ])('%s', (_case, candidates, more, skills, language) => {
    expect(needOfCase(table, candidates, { ...given, ...more })).toMatchObject({ skills, language })
  })

  it('reads its table, and refuses what is not one', () => {
    expect(parseAssignment(table)).toEqual({ ok: true, value: table })
    for (const data of [null, {}, { skills: { death: 'x' }, languages: {} }, { skills: {}, languages: { a: 1 } }]) {
      expect(parseAssignment(data)).toMatchObject({ code: 'identity.assignment_malformed' })
    }
  })
})
