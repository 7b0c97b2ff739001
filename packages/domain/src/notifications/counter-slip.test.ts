import { describe, expect, it } from 'vitest'
import { slipProof, withCounter } from './counter-slip.ts'
import type { ReachStep } from './reach.ts'

const steps: readonly ReachStep[] = [
  { channel: 'sms', to: '13812345678' },
  { channel: 'letter', to: '' },
  { channel: 'visit', to: '' },
]

describe('NTF-03 the slip of the counter stands in the chain where the person is', () => {
  it.each([
    [0, ['sms', 'counter', 'letter', 'visit'], 1],
    [1, ['sms', 'letter', 'counter', 'visit'], 2],
    [2, ['sms', 'letter', 'counter', 'visit'], 2],
    [3, ['sms', 'letter', 'counter', 'visit'], 2],
  ])('from step %i: unsigned, the visit still follows', (stepNo, channels, at) => {
    const chain = withCounter({ steps, stepNo })
    expect(chain.steps.map((step) => step.channel)).toEqual(channels)
    expect(chain.stepNo).toBe(at)
  })

  it('a notice without any step gets the slip alone', () => {
    expect(withCounter({ steps: [], stepNo: 0 })).toEqual({ steps: [{ channel: 'counter', to: '' }], stepNo: 0 })
  })

  it('the proof says who, how and when', () => {
    expect(slipProof({ signedBy: 'self', mark: 'thumbprint', signedOn: '2026-11-22' })).toBe(
      '本人按手印，2026年11月22日',
    )
  })
})
