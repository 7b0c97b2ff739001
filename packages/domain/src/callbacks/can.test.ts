import { describe, expect, it } from 'vitest'
import { callbackCan, mayContact, type CallbackFacts } from './can.ts'

const facts: CallbackFacts = {
  state: 'contacting',
  isOwner: true,
  excluded: false,
  mayMake: true,
  mayLead: false,
  spoken: false,
  identified: false,
}

describe('CBK-02 CMP-05 what may be done with a callback, by whom', () => {
  it.each([
    ['who is in contact', {}, ['attempt', 'giveBack', 'reveal', 'exhaust']],
    ['once reached', { spoken: true }, ['attempt', 'giveBack', 'reveal', 'exhaust', 'identify']],
    [
      'once known',
      { spoken: true, identified: true },
      ['attempt', 'giveBack', 'reveal', 'exhaust', 'identify', 'answer'],
    ],
    ['a colleague', { isOwner: false }, []],
    ['a free one', { state: 'owed', isOwner: false }, ['take']],
    ['who rings back', { state: 'exhausted' }, ['take']],
    ['a lead who does not call', { mayMake: false, mayLead: true, isOwner: false }, ['assign']],
    ['who stands aside', { state: 'owed', excluded: true }, []],
    ['who stands aside and leads', { state: 'owed', excluded: true, mayLead: true }, ['assign']],
    ['done', { state: 'reached', mayLead: true }, []],
  ] as const)('%s', (_, change, can) => {
    expect(callbackCan({ ...facts, ...change })).toEqual(can)
  })

  it.each([
    [{ excluded: true }, 'callback.must_stand_aside'],
    [{ isOwner: false }, 'callback.not_yours'],
    [{ state: 'owed' }, 'callback.not_yours'],
  ] as const)('contact refused: %j', (change, code) => {
    expect(mayContact({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })
})
