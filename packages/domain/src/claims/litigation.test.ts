import { describe, expect, test } from 'vitest'
import { decideFiling, decideLitigation, type LitigationStep } from './litigation.ts'

describe('CLM-16 a suit', () => {
  const filing = { filedOn: '2026-11-10', hearingOn: null, accidentOn: '2026-10-10', today: '2026-11-20' }
  test.each([
    [{}, 'ok'],
    [{ filedOn: '2026-11-20', hearingOn: '2026-11-20' }, 'ok'],
    [{ filedOn: '2026-11-21' }, 'litigation.filed_on_wrong'],
    [{ filedOn: '2026-10-09' }, 'litigation.filed_on_wrong'],
    [{ hearingOn: '2026-11-19' }, 'litigation.hearing_past'],
  ])('filed %o → %s', (change, code) => {
    const said = decideFiling({ ...filing, ...change })
    expect(said.ok ? 'ok' : said.code).toBe(code)
  })

  const step: LitigationStep = {
    state: 'hearing',
    act: 'judge',
    hearingOn: null,
    outcome: null,
    awardedFen: null,
    today: '2026-11-20',
  }
  test.each<readonly [Partial<LitigationStep>, string]>([
    [{}, 'judged'],
    [{ act: 'hear', hearingOn: '2026-12-01' }, 'hearing'],
    [{ act: 'appeal' }, 'lifecycle.not_possible'],
    [{ act: 'end', outcome: 'won' }, 'ended'],
    [{ act: 'end', outcome: 'partly_won' }, 'litigation.award_missing'],
    [{ act: 'end', outcome: 'partly_won', awardedFen: 0n }, 'ended'],
    [{ act: 'end' }, 'litigation.outcome_missing'],
    [{ act: 'end', outcome: 'won', hearingOn: '2026-12-01' }, 'litigation.hearing_past'],
    [{ state: 'ended', act: 'hear' }, 'lifecycle.not_possible'],
  ])('%o → %s', (change, expected) => {
    const said = decideLitigation({ ...step, ...change })
    expect(said.ok ? said.value.to : said.code).toBe(expected)
  })
})
