import { describe, expect, it } from 'vitest'
import claims from '../../../../config/clocks/claims.json' with { type: 'json' }
import duties from '../../../../config/clocks/duties.json' with { type: 'json' }
import lines from '../../../../config/clocks/lines.json' with { type: 'json' }
import { dataOf, definitionIn, percentsOf, valuesOf, type DefinitionData } from './promise-form.ts'

const shipped: readonly DefinitionData[] = [...claims, ...duties, ...lines]
const T15 = shipped.find((one) => one['id'] === 'T15') ?? {}

describe('CLK-01 the form of a promise', () => {
  it('gives back what it was given, thresholds written out', () => {
    for (const data of shipped) {
      expect(dataOf(data, valuesOf(data)), String(data['id'])).toEqual({ thresholds: [50, 80, 100, 120], ...data })
    }
  })
  it.each([
    [300, 5, 'wall|60'],
    [7200, 2, 'wall|3600'],
    [90, 90, 'wall|1'],
    [0, 0, 'wall|1'],
  ])('%i seconds read as %i %s', (budget, amount, measure) => {
    expect(valuesOf({ unit: 'wall', budget })).toMatchObject({ amount, measure })
  })
  it('writes unit, period, escalation and standstill into their places', () => {
    const values = {
      ...valuesOf(T15),
      amount: 2,
      measure: 'recurring|week' as const,
      thresholds: '80、100%',
      ownSteps: 'own' as const,
      running: 'no' as const,
      heldBack: ' 停用 ',
    }
    expect(dataOf(T15, { ...values, steps: { 100: ['handler', 'head'] } })).toMatchObject({
      unit: 'recurring',
      period: 'week',
      budget: 2,
      thresholds: [80, 100],
      escalation: [
        { percent: 80, to: ['handler'] },
        { percent: 100, to: ['handler', 'head'] },
      ],
      heldBack: '停用',
      stop: T15['stop'],
    })
  })
  it('reads percents as people type them', () => {
    expect(percentsOf('50%， 80、100 120')).toEqual([50, 80, 100, 120])
    expect(percentsOf('半')).toBeNull()
  })
  it('finds the definition in pasted data, alone or in a list', () => {
    expect(definitionIn(JSON.stringify(T15), 'T15')).toEqual(T15)
    expect(definitionIn(JSON.stringify(claims), 'T15')).toEqual(T15)
    expect(definitionIn(JSON.stringify(T15), 'T16')).toBeNull()
    expect(definitionIn('{', 'T15')).toBeNull()
  })
})
