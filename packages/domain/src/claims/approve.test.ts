import { describe, expect, test } from 'vitest'
import { decideApproval, decideReturn, type ApprovalFacts } from './approve.ts'

const base: ApprovalFacts = {
  state: 'waiting',
  madeBy: 'maker',
  stepsNeeded: 1,
  stepsDone: 0,
  earlier: [],
  lines: [{ benefit: 'death', atStakeFen: 300_000n }],
  ownCase: false,
  outdated: false,
  actor: { kind: 'staff', id: 'me', authority: new Map([['*', 500_000n]]) },
}

describe('CLM-10 ORG-05 who may approve', () => {
  test.each<readonly [string, Partial<ApprovalFacts>, string]>([
    ['within authority', {}, 'final'],
    ['exactly the authority', { lines: [{ benefit: 'death', atStakeFen: 500_000n }] }, 'final'],
    ['one fen above', { lines: [{ benefit: 'death', atStakeFen: 500_001n }] }, 'claim.over_authority'],
    [
      'the authority of the benefit comes first',
      {
        actor: {
          ...base.actor,
          authority: new Map([
            ['*', 500_000n],
            ['death', 1n],
          ]),
        },
      },
      'claim.over_authority',
    ],
    ['no authority at all', { actor: { ...base.actor, authority: new Map() } }, 'claim.over_authority'],
    ["one's own proposal", { madeBy: 'me' }, 'claim.own_proposal'],
    ['a case about oneself', { ownCase: true }, 'claim.own_case'],
    ['a program', { actor: { ...base.actor, kind: 'api_key' } }, 'claim.approval_needs_person'],
    ['approved before', { state: 'approved' }, 'claim.already_approved'],
    ['returned before', { state: 'returned' }, 'claim.already_returned'],
    ['the case changed', { outdated: true }, 'claim.assessment_outdated'],
    [
      'the first of two steps needs no authority',
      { stepsNeeded: 2, lines: [{ benefit: 'death', atStakeFen: 9_000_000n }] },
      'step',
    ],
    [
      'the second step by the same person',
      { stepsNeeded: 2, stepsDone: 1, earlier: [{ by: 'me', withinAuthority: true }] },
      'claim.step_twice',
    ],
    [
      'authority of the first step is enough',
      {
        stepsNeeded: 2,
        stepsDone: 1,
        earlier: [{ by: 'head', withinAuthority: true }],
        lines: [{ benefit: 'death', atStakeFen: 9_000_000n }],
      },
      'final',
    ],
    [
      'neither has authority',
      {
        stepsNeeded: 2,
        stepsDone: 1,
        earlier: [{ by: 'other', withinAuthority: false }],
        lines: [{ benefit: 'death', atStakeFen: 9_000_000n }],
      },
      'claim.over_authority',
    ],
  ])('%s', (_name, change, expected) => {
    const decided = decideApproval({ ...base, ...change })
    expect(decided.ok ? (decided.value.final ? 'final' : 'step') : decided.code).toBe(expected)
  })
  test('sending back needs no authority, but another person', () => {
    expect(decideReturn({ ...base, actor: { ...base.actor, authority: new Map() } }).ok).toBe(true)
    expect(decideReturn({ ...base, madeBy: 'me' })).toMatchObject({ code: 'claim.own_proposal' })
  })
})
