import { describe, expect, it } from 'vitest'
import { nextWord, type NoticeAhead } from './next-word.ts'

const QUIET = { fromMinute: 21 * 60, toMinute: 8 * 60 }
const MORNING = '2026-11-24T00:00:00.000Z'
const NOON = '2026-11-24T04:00:00.000Z'
const ahead: NoticeAhead = {
  state: 'waiting',
  channel: 'sms',
  urgent: false,
  isBegun: false,
  isLastStep: false,
  dueAt: MORNING,
}

describe('NTF-04 what a waiting notice waits for', () => {
  it.each<[Partial<NoticeAhead>, string | null]>([
    [{}, '发出（夜里不打扰）'],
    [{ urgent: true }, '发出'],
    [{ dueAt: NOON }, '发出'],
    [{ isBegun: true }, '没有发成，再试'],
    [{ channel: 'letter' }, '交人办理'],
    [{ channel: 'letter', isBegun: true }, '前没有办好，改用下一渠道'],
    [{ channel: 'visit', isBegun: true, dueAt: null }, null],
    [{ state: 'sent', dueAt: NOON }, '前没有回执，改用下一渠道'],
    [{ state: 'delivered', dueAt: NOON }, '前没有看到，改用下一渠道'],
    [{ state: 'sent', isLastStep: true }, '前没有回执，记为未能送达'],
    [{ state: 'reached' }, null],
  ])('%o: %s', (change, word) => {
    expect(nextWord({ ...ahead, ...change }, QUIET)).toBe(word)
  })
})
