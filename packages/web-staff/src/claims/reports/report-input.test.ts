import { describe, expect, it } from 'vitest'
import { wireOf, type ReportForm } from './report-input.ts'

const form: ReportForm = {
  statedName: '陈阿婆',
  statedIdNumber: '440524194001010027',
  reporter: { name: '陈小妹', relation: 'child' },
  accident: {
    accidentOn: '2026-11-20',
    accidentTime: '',
    cause: 'fall',
    vehicle: 'none',
    kinds: ['hospital'],
    diedOn: '2026-11-21',
  },
}

describe('CLM-01 the report form on its way to the server', () => {
  it('sends absent times, places and phones as the contract names them', () => {
    const wire = wireOf(form)
    expect(wire.accident.accidentTime).toBeNull()
    expect(wire.accident.place).toBeNull()
    expect(wire.reporter.phone).toBe('')
  })

  it('sends a day of death only with a claim for death', () => {
    expect(wireOf(form).accident.diedOn).toBeNull()
    const died = { ...form, accident: { ...form.accident, kinds: ['death' as const] } }
    expect(wireOf(died).accident.diedOn).toBe('2026-11-21')
  })

  it('sends what was typed only while nobody is matched', () => {
    expect(wireOf(form).statedName).toBe('陈阿婆')
    const matched = wireOf({ ...form, personId: '0192f0c0-0000-7000-8000-000000000001' })
    expect(matched).toMatchObject({ statedName: '', statedIdNumber: '' })
  })
})
