import { describe, expect, it } from 'vitest'
import { chooseOwner, type OwnerCandidate, type OwnerNeed } from './choose-owner.ts'

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
const need = (more: Partial<OwnerNeed> = {}): OwnerNeed => ({
  villageCode: null,
  skills: [],
  language: null,
  apart: [],
  ...more,
})

describe('ORG-07 assignment', () => {
  it.each([
    ['least open work', [person('a', { openCount: 3 }), person('b', { openCount: 2 })], need(), 'b'],
    [
      'a tie goes to who waited longest',
      [
        person('a', { lastAssignedAt: '2026-11-22T02:00:00.000Z' }),
        person('b', { lastAssignedAt: '2026-11-22T01:00:00.000Z' }),
      ],
      need(),
      'b',
    ],
    [
      'who never had one waited longest',
      [person('a', { lastAssignedAt: '2020-01-01T00:00:00.000Z' }), person('b')],
      need(),
      'b',
    ],
    ['a full tie is still decided', [person('b'), person('a')], need(), 'a'],
    ['without the permission: never', [person('a', { mayHold: false }), person('b', { openCount: 99 })], need(), 'b'],
    ['absent: never', [person('a', { absent: true }), person('b', { openCount: 99 })], need(), 'b'],
    ['kept apart by four eyes: never', [person('a'), person('b', { openCount: 99 })], need({ apart: ['a'] }), 'b'],
    [
      'the handler of the village before less work',
      [person('a'), person('b', { openCount: 9, handlesVillages: ['v1'] })],
      need({ villageCode: 'v1' }),
      'b',
    ],
    [
      'the handler is absent: the others',
      [person('a'), person('b', { absent: true, handlesVillages: ['v1'] })],
      need({ villageCode: 'v1' }),
      'a',
    ],
    [
      'a village nobody handles: all',
      [person('a', { openCount: 1 }), person('b', { handlesVillages: ['v2'] })],
      need({ villageCode: 'v1' }),
      'b',
    ],
    [
      'the language wished for',
      [person('a'), person('b', { openCount: 5, languages: ['zh', 'teochew'] })],
      need({ language: 'teochew' }),
      'b',
    ],
    ['nobody speaks it: all the same', [person('a')], need({ language: 'teochew' }), 'a'],
    [
      'a skill that is needed',
      [person('a'), person('b', { openCount: 5, skills: ['伤残'] })],
      need({ skills: ['伤残'] }),
      'b',
    ],
  ] as const)('%s', (_case, candidates, wanted, expected) => {
    const chosen = chooseOwner(candidates, wanted)
    expect(chosen.ok && chosen.value.id).toBe(expected)
  })

  it.each([
    ['nobody at all', [], need()],
    ['all absent', [person('a', { absent: true })], need()],
    ['a skill nobody has', [person('a')], need({ skills: ['法医'] })],
    ['the only one is kept apart', [person('a')], need({ apart: ['a'] })],
  ] as const)('refuses: %s', (_case, candidates, wanted) => {
    expect(chooseOwner(candidates, wanted)).toMatchObject({ ok: false, code: 'identity.nobody_available' })
  })
})
