import { describe, expect, it } from 'vitest'
import { followTo, stepOf, type InsurerLook } from './index.ts'

type Claim = InsurerLook['claims'][number]
const claim = (state: Claim['state'], payableFen = 0n, paidFen = 0n): Claim => ({ state, payableFen, paidFen })

describe('ORG-01 where an assisted case stands', () => {
  it.each<[string, InsurerLook['reportState'], Claim[], string]>([
    ['a report nobody has looked at', 'draft', [], 'submitted'],
    ['a report that opened no claim', 'not_opened', [], 'declined'],
    ['a report struck off', 'cancelled', [], 'declined'],
    ['a claim at work', 'registered', [claim('reviewing')], 'accepted'],
    ['one of two claims still at work', 'registered', [claim('settling', 100n, 100n), claim('assessing')], 'accepted'],
    ['decided, money on its way', 'registered', [claim('settling', 100n)], 'decided'],
    ['decided, part of the money arrived', 'registered', [claim('settling', 100n, 40n)], 'decided'],
    ['denied', 'registered', [claim('settling')], 'decided'],
    ['all money arrived', 'registered', [claim('settling', 100n, 100n)], 'paid'],
    ['one paid, the other withdrawn', 'registered', [claim('settling', 100n, 100n), claim('withdrawn')], 'paid'],
    ['closed', 'registered', [claim('closed', 100n, 100n)], 'closed'],
    ['withdrawn at the insurer', 'registered', [claim('withdrawn')], 'closed'],
    ['reopened after closing', 'registered', [claim('assessing', 100n, 100n)], 'accepted'],
  ])('%s', (_name, reportState, claims, step) => {
    expect(stepOf({ reportState, claims })).toBe(step)
  })

  it.each([
    ['submitted', 'accepted', 'accepted'],
    ['accepted', 'decided', 'decided'],
    ['submitted', 'paid', 'paid'],
    ['closed', 'accepted', 'accepted'],
    ['declined', 'submitted', 'submitted'],
    ['declined', 'accepted', 'accepted'],
    ['paid', 'paid', null],
    ['withdrawn', 'paid', null],
    ['draft', 'accepted', null],
  ] as const)('from %s to where the insurer is: %s → %s', (state, step, to) => {
    expect(followTo(state, step)?.to ?? null).toBe(to)
  })
})
