import { describe, expect, test } from 'vitest'
import { answerOf, decideDispute, decideImpartial } from './reconsideration.ts'

describe('CLM-16 理赔复议', () => {
  const facts = { open: false, lines: [{ state: 'denied' }], askedOn: '2026-11-19', today: '2026-11-20' } as const
  test.each([
    [{}, 'ok'],
    [{ lines: [{ state: 'paid' }, { state: 'approved' }, { state: 'not_applicable' }] }, 'ok'],
    [{ lines: [{ state: 'denied' }, { state: 'withdrawn' }] }, 'reconsideration.nothing_decided'],
    [{ open: true }, 'reconsideration.open_already'],
    [{ askedOn: '2026-11-21' }, 'reconsideration.asked_in_future'],
  ] as const)('%o → %s', (change, code) => {
    const said = decideDispute({ ...facts, ...change })
    expect(said.ok ? 'ok' : said.code).toBe(code)
  })

  test('nobody judges his own decision again', () => {
    expect(decideImpartial(['a'], 'a')).toMatchObject({ code: 'reconsideration.took_part' })
    expect(decideImpartial(['a'], 'b')).toMatchObject({ ok: true })
    expect([answerOf(1n, 1n), answerOf(1n, 2n), answerOf(1n, 0n)]).toEqual(['upheld', 'changed', 'changed'])
  })
})
