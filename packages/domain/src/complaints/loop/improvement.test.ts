import { describe, expect, it } from 'vitest'
import { expectRefused } from './expect-refused.fixture.ts'
import { decideEffectJudge, decideMeasuring, decideOwner, decideReporting } from './improvement.ts'
import { decideHolding, decidePeriod } from './review.ts'

const NOBODY = { concernedIds: [], lineIds: [], sellingInstitutionId: null }
const owner = { id: 'o', name: '王', institutionId: 'i' }
const days = { dueOn: '2026-12-01', today: '2026-11-23' }

describe('CMP-13 a 整改 has an owner without a part in it, and a day', () => {
  it.each([
    ['nobody', undefined, [], days, 'improvement.owner_not_possible'],
    ['the person complained about', owner, [{ ...NOBODY, concernedIds: ['o'] }], days, 'improvement.owner_recused'],
    ['their superior', owner, [NOBODY, { ...NOBODY, lineIds: ['o'] }], days, 'improvement.owner_recused'],
    ['today', owner, [NOBODY], { ...days, dueOn: '2026-11-23' }, 'improvement.due_past'],
  ] as const)('%s is refused', (_, one, cases, on, code) => {
    expectRefused(decideOwner(one, cases, on), code)
  })

  it.each([
    ['somebody else', { actorId: 'x' }, 'improvement.owner_reports'],
    ['done before it was proposed', { doneOn: '2026-10-01' }, 'improvement.done_on_wrong'],
    ['done tomorrow', { doneOn: '2026-11-24' }, 'improvement.done_on_wrong'],
    ['without proof', { files: 0 }, 'improvement.proof_missing'],
  ])('reported by or as: %s', (_, change, code) => {
    const facts = { actorId: 'o', ownerId: 'o', doneOn: '2026-11-20', proposedOn: '2026-11-01', today: '2026-11-23' }
    expect(decideReporting({ ...facts, files: 1 }).ok).toBe(true)
    expectRefused(decideReporting({ ...facts, files: 1, ...change }), code)
  })

  it('is measured from the day its window is over', () => {
    expectRefused(decideMeasuring('2026-11-23', '2026-11-24'), 'improvement.too_early')
    expect(decideMeasuring('2026-11-24', '2026-11-24').ok).toBe(true)
  })

  it.each([
    ['its own work', { actorId: 'o' }, 'improvement.own_work'],
    ['done again without a reason', { accept: false }, 'improvement.reason_missing'],
    ['accepted though more complained', { verdict: 'worsened' }, 'improvement.worsened'],
    ['accepted before causes are named', { verdict: 'causes_missing' }, 'improvement.causes_missing'],
    ['accepted without a change shown or a reason', { verdict: 'not_shown' }, 'improvement.reason_missing'],
    ['accepted on too few without a reason', { verdict: 'too_few' }, 'improvement.reason_missing'],
  ] as const)('judged: %s', (_, change, code) => {
    const facts = { actorId: 'x', doers: ['o', null], accept: true, verdict: 'improved', judgement: '' } as const
    expect(decideEffectJudge(facts).ok).toBe(true)
    expectRefused(decideEffectJudge({ ...facts, ...change }), code)
  })
})

describe('CMP-13 a review is a meeting of claims, service and law', () => {
  const three = [
    { userId: 'a', function: 'claims' },
    { userId: 'b', function: 'service' },
    { userId: 'c', function: 'legal' },
  ] as const

  it('none of the three may be missing, nobody stands for two, and it was held', () => {
    const [a, b, c] = three
    expect(decideHolding(three, '2026-11-23', '2026-11-23').ok).toBe(true)
    expectRefused(decideHolding([a, b], '2026-11-23', '2026-11-23'), 'review.function_missing')
    expectRefused(decideHolding([a, b, { ...c, userId: 'a' }], '2026-11-23', '2026-11-23'), 'review.person_twice')
    expectRefused(decideHolding(three, '2026-11-24', '2026-11-23'), 'review.not_yet_held')
  })

  it.each([
    ['2026-10-02', '2026-10-01'],
    ['2026-10-01', '2026-11-24'],
    ['2025-01-01', '2026-11-01'],
  ])('a period from %s to %s is none', (from, to) => {
    expectRefused(decidePeriod(from, to, '2026-11-23'), 'review.period_wrong')
    expect(decidePeriod('2026-07-01', '2026-09-30', '2026-11-23').ok).toBe(true)
  })
})
