import { describe, expect, it } from 'vitest'
import { complaintCan } from '../can.ts'
import { decideTurning, type Hanging } from './turning.ts'
import type { ComplaintState } from '../lifecycles.ts'

const leads = { holds: () => true, recused: false, coordinates: true }
const cases: readonly [ComplaintState, readonly Hanging[], string | null][] = [
  ['received', [], null],
  ['investigating', [], null],
  ['investigating', ['extension'], '延期申请'],
  ['assigned', ['span', 'cause'], '鉴定或调解、原因与整改'],
  ['received', ['merged'], '并案'],
]

describe('CMP-12 a complaint becomes a 举报 while nothing was built on it', () => {
  it.each(cases)('%s with %j', (state, hanging, what) => {
    const decided = decideTurning(state, hanging)
    expect(decided.ok ? null : decided.facts).toEqual(what === null ? null : { what })
    expect(complaintCan(state, { ...leads, hanging }).includes('toTip')).toBe(decided.ok)
  })

  it.each(['closed', 'withdrawn', 'merged', 'told'] as const)('%s is over or decided', (state) => {
    expect(decideTurning(state, [])).toMatchObject({ ok: false, code: 'lifecycle.not_possible' })
    expect(complaintCan(state, { ...leads, hanging: [] })).not.toContain('toTip')
  })

  it('offered to nobody who does not coordinate it', () => {
    expect(complaintCan('received', { ...leads, coordinates: false, hanging: [] })).not.toContain('toTip')
  })
})
