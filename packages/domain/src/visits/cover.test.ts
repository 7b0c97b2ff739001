import { describe, expect, it } from 'vitest'
import { coverWarnings, decideException, decideSending } from './index.ts'

const facts = { coverFrom: '2026-01-01', coverTo: '2026-12-31', safetyVersion: 2, safetyNow: 2 } as const

describe('SRV-09 nobody is sent without an accident cover and the safety rules, unless a lead confirms it', () => {
  it.each([
    ['covered', {}, '2026-12-31', []],
    ['no entry', { coverFrom: null, coverTo: null }, '2026-11-24', ['no_cover']],
    ['lapsed yesterday', {}, '2027-01-01', ['cover_lapsed']],
    ['not yet', {}, '2025-12-31', ['cover_lapsed']],
    ['old rules', { safetyVersion: 1 }, '2026-11-24', ['safety_unread']],
    ['never read them', { safetyVersion: null }, '2026-11-24', ['safety_unread']],
  ] as const)('%s', (_name, change, day, warnings) => {
    expect(coverWarnings({ ...facts, ...change }, day)).toEqual(warnings)
  })

  it('stops the sending, and lets it go when confirmed; a video needs none', () => {
    expect(decideSending('home', ['no_cover'], false)).toMatchObject({ ok: false, code: 'visit.cover_unconfirmed' })
    expect(decideSending('home', ['no_cover'], true)).toMatchObject({ ok: true })
    expect(decideSending('video', ['no_cover'], false)).toMatchObject({ ok: true })
  })

  it.each([
    [['no_cover'], 'a', 'a', 'visit.own_exception'],
    [[], 'a', 'b', 'visit.nothing_to_confirm'],
    [['no_cover'], null, 'b', 'visit.nothing_to_confirm'],
  ] as const)('%j, visitor %s, lead %s: %s', (warnings, visitor, lead, code) => {
    expect(decideException(warnings, visitor, lead)).toMatchObject({ ok: false, code })
  })
})
