import { describe, expect, it } from 'vitest'
import { inOrder, nextOfCall, type CallStand, type CallWord } from './index.ts'

const at = (second: number) => `2026-03-02T01:00:${String(second).padStart(2, '0')}.000Z`
const call = (state: CallStand['state'], direction: CallStand['direction'] = 'in'): CallStand => ({
  state,
  direction,
  rangAt: at(0),
})

describe('SRV-03, T02, T03 what a word of the telephone system makes of a call', () => {
  it.each<[string, CallStand, CallWord, string | null]>([
    ['answered', call('ringing'), { what: 'answered', at: at(20) }, 'call.answered'],
    ['answered twice', call('talking'), { what: 'answered', at: at(21) }, null],
    ['hung up after a talk', call('talking'), { what: 'ended', at: at(50), by: 'customer' }, 'call.ended'],
    ['nobody answered', call('ringing'), { what: 'ended', at: at(40), by: 'system' }, 'call.missed'],
    ['the caller gave up waiting', call('ringing'), { what: 'ended', at: at(40), by: 'customer' }, 'call.missed'],
    ['exactly five seconds are waiting', call('ringing'), { what: 'ended', at: at(5), by: 'customer' }, 'call.missed'],
    ['a slip of the finger', call('ringing'), { what: 'ended', at: at(4), by: 'customer' }, 'call.abandoned'],
    ['the system hung up at once: busy', call('ringing'), { what: 'ended', at: at(1), by: 'system' }, 'call.missed'],
    ['busy, told without a reason', call('ringing'), { what: 'ended', at: at(1) }, 'call.missed'],
    ['we called, nobody there', call('ringing', 'out'), { what: 'ended', at: at(30) }, 'call.not_reached'],
    ['rang again', call('ringing'), { what: 'rang', at: at(1) }, null],
    ['ended twice', call('missed'), { what: 'ended', at: at(41) }, null],
    ['an answer after the end', call('missed'), { what: 'answered', at: at(39) }, null],
  ])('%s', (_, stand, word, event) => {
    expect(nextOfCall(stand, word)?.event ?? null).toBe(event)
  })

  it('words are taken in the order in which things happen', () => {
    const words: CallWord[] = [
      { what: 'ended', at: at(50) },
      { what: 'rang', at: at(0) },
      { what: 'answered', at: at(9) },
    ]
    expect(inOrder(words).map((word) => word.what)).toEqual(['rang', 'answered', 'ended'])
  })
})
