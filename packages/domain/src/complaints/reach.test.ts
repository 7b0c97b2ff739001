import { describe, expect, it } from 'vitest'
import { decideDeliveryWay, type Reach } from './reach.ts'

const NOTHING: Reach = { personKnown: false, name: '', phone: '', email: '', address: '', backChannel: false }

describe('CMP-08, CMP-10 a notice is kept for nobody who can be reached', () => {
  it.each<[string, Partial<Reach>, boolean]>([
    ['nothing at all is known', {}, true],
    ['a name to look up', { name: '陈' }, false],
    ['a number', { phone: '13800000001' }, false],
    ['a mail address', { email: 'a@b.cn' }, false],
    ['an address', { address: '峡山' }, false],
    ['somebody of the register', { personKnown: true }, false],
    ['a chat or an account that can be answered in', { backChannel: true }, false],
  ])('%s', (_, change, kept) => {
    const decision = decideDeliveryWay('kept', { ...NOTHING, ...change })
    expect(decision).toMatchObject(kept ? { ok: true } : { code: 'complaint.reachable' })
    expect(decideDeliveryWay('in_person', { ...NOTHING, ...change })).toMatchObject({ ok: true })
  })
})
