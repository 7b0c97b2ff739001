import { describe, expect, it, test } from 'vitest'
import { decideEntry, decideEntryCheck, owedOf } from './recovery.ts'

const recovery = { state: 'asked', amountFen: 6000n, repaidFen: 1000n, waivedFen: 500n } as const

describe('CLM-16 never more comes back than is owed', () => {
  it('owes what is neither repaid nor let go', () => {
    expect(owedOf(recovery)).toBe(4500n)
  })

  test.each([
    [4500n, 0n, 'ok'],
    [4501n, 0n, 'recovery.more_than_owed'],
    [4000n, 500n, 'ok'],
    [4000n, 501n, 'recovery.more_than_owed'],
  ] as const)('%s with %s waiting → %s', (amountFen, waitingFen, code) => {
    const said = decideEntry({ recovery, amountFen, waitingFen, receivedOn: null, today: '2026-11-20' })
    expect(said.ok ? 'ok' : said.code).toBe(code)
  })

  it('takes nothing for what has ended, nor from the future', () => {
    const base = { recovery, amountFen: 1n, waitingFen: 0n, receivedOn: '2026-11-20', today: '2026-11-20' } as const
    expect(decideEntry(base)).toMatchObject({ ok: true })
    expect(decideEntry({ ...base, receivedOn: '2026-11-21' })).toMatchObject({ code: 'recovery.received_in_future' })
    expect(decideEntry({ ...base, recovery: { ...recovery, state: 'settled' } })).toMatchObject({
      code: 'recovery.ended',
    })
  })

  const entry = { state: 'waiting', kind: 'repayment', amountFen: 4500n, madeBy: 'a' } as const
  test.each([
    ['another person', { actorId: 'b' }, 'confirmed'],
    ['the same person', { actorId: 'a' }, 'recovery.own_entry'],
    ['a waiver by somebody who may', { entry: { ...entry, kind: 'waiver' }, mayWaive: true }, 'confirmed'],
    ['a waiver by somebody who may not', { entry: { ...entry, kind: 'waiver' } }, 'recovery.waiver_not_permitted'],
    ['more than is left by now', { entry: { ...entry, amountFen: 4501n } }, 'recovery.more_than_owed'],
    ['a second time', { entry: { ...entry, state: 'confirmed' } }, 'lifecycle.not_possible'],
  ] as const)('%s → %s', (_, change, expected) => {
    const said = decideEntryCheck({ entry, recovery, actorId: 'b', mayWaive: false, outcome: 'confirm', ...change })
    expect(said.ok ? said.value.entry.to : said.code).toBe(expected)
    if (said.ok) expect(said.value.settled?.to).toBe('settled')
  })
})
