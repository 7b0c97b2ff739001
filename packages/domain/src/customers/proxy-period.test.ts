import { describe, expect, it } from 'vitest'
import { decideProxyPeriod } from './proxy-period.ts'

describe('CUS-05 how long a consent may last', () => {
  it.each([
    ['2026-11-01', '2026-11-01', 'ok'],
    ['2026-11-01', '2027-11-02', 'ok'],
    ['2026-11-01', '2027-11-03', 'customers.proxy_too_long'],
    ['2026-11-01', '2036-11-01', 'customers.proxy_too_long'],
    ['2026-11-02', '2026-11-01', 'customers.proxy_period'],
  ])('%s to %s: %s', (fromOn, toOn, said) => {
    const decision = decideProxyPeriod(fromOn, toOn, 366)
    expect(decision.ok ? 'ok' : decision.code).toBe(said)
  })

  it('says up to which day it may be', () => {
    expect(decideProxyPeriod('2026-11-01', '2030-01-01', 366)).toMatchObject({
      facts: { days: 366, lastOn: '2027-11-02' },
    })
  })
})
