import { describe, expect, it } from 'vitest'
import { writtenIn } from './ask-to-close.tsx'

describe('what closing a dialog would lose', () => {
  const before = { reason: '', kinds: [], day: '2026-11-23', told: undefined, who: { name: '' } }
  it.each<[string, object]>([
    ['nothing was touched', before],
    ['typed and taken away again', { ...before, reason: '  ', told: null, who: { name: '' } }],
    ['a tick set and taken away', { ...before, told: false }],
    ['a field that is not shown', { day: '2026-11-23' }],
  ])('is nothing: %s', (_name, now) => {
    expect(writtenIn(before, now)).toBe('')
  })

  it.each<[string, object]>([
    ['a word', { ...before, reason: '资料不全' }],
    ['another day', { ...before, day: '2026-11-24' }],
    ['a day taken away', { ...before, day: null }],
    ['a choice of several', { ...before, kinds: ['hospital'] }],
    ['a name inside', { ...before, who: { name: '陈' } }],
    ['a tick', { ...before, told: true }],
  ])('is something: %s', (_name, now) => {
    expect(writtenIn(before, now)).not.toBe('')
  })

  it('differs with every word, so that what was asked before is asked anew', () => {
    expect(writtenIn(before, { reason: '甲' })).not.toBe(writtenIn(before, { reason: '甲乙' }))
  })
})
