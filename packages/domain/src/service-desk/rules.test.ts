import { describe, expect, it } from 'vitest'
import {
  arrivalAt,
  clockChannel,
  decideAnswer,
  decideClosing,
  decideKindChange,
  decideMerge,
  decideParent,
  decideSnooze,
  decideTake,
  requestCan,
  startsAnswerClock,
} from './index.ts'

const NOW = '2026-11-23T02:00:00.000Z'
const hours = (n: number) => new Date(Date.parse(NOW) + n * 3_600_000).toISOString()

describe('SRV-01, SLA rule 12 where a message goes', () => {
  it.each([
    ['received', 'same', null],
    ['taken', 'same', null],
    ['answered', 'same', 'taken'],
    ['snoozed', 'same', 'taken'],
    ['solved', 'same', 'taken'],
    ['closed', 'new', undefined],
    ['converted', 'new', undefined],
  ] as const)('of a request %s: %s', (state, to, moved) => {
    const arrival = arrivalAt(state, false)
    expect(arrival.to).toBe(to)
    if (arrival.to === 'same') expect(arrival.moved?.to ?? null).toBe(moved)
  })

  it('an out-of-office note opens nothing again', () => {
    expect(arrivalAt('solved', true)).toEqual({ to: 'same', moved: null, reopens: false })
    expect(arrivalAt('solved', false)).toMatchObject({ reopens: true })
  })
})

describe('T04, T42, SLA rule 11 what starts the clock', () => {
  const first = { kind: 'enquiry', automatic: false, unansweredSince: null } as const
  it.each([
    ['the first message', {}, true],
    ['a second one while the first waits', { unansweredSince: NOW }, false],
    ['an auto-reply', { automatic: true }, false],
    ['a complaint that is not registered as one yet', { kind: 'complaint' }, true],
    ['a tip, which is sealed', { kind: 'tip' }, false],
    ['a question about progress', { kind: 'progress' }, true],
  ] as const)('%s', (_name, change, starts) => {
    expect(startsAnswerClock({ ...first, ...change })).toBe(starts)
  })
  it('chat and APP are on line, a mail is in writing', () => {
    expect([clockChannel('chat'), clockChannel('app'), clockChannel('email'), clockChannel('elder_line')]).toEqual([
      'online',
      'online',
      'mail',
      'phone',
    ])
  })
})

describe('SRV-08 answers', () => {
  const facts = {
    state: 'taken',
    channel: 'email',
    reopenedCount: 0,
    unansweredSince: hours(-2),
    repeatReason: '',
    saidAt: null,
    receivedAt: hours(-2),
    now: NOW,
    reachable: true,
  } as const
  it.each([
    ['by a channel nobody has an address of', { reachable: false }, 'desk.no_address'],
    ['again without the reason', { reopenedCount: 1 }, 'desk.repeat_reason_missing'],
    ['said tomorrow', { channel: 'phone', saidAt: hours(1) }, 'desk.said_in_future'],
    ['said before the question', { channel: 'phone', saidAt: hours(-3) }, 'desk.said_before_received'],
    ['of what is archived', { state: 'closed' }, 'lifecycle.not_possible'],
  ] as const)('refuses one %s', (_name, change, code) => {
    expect(decideAnswer({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })
  it('sends a mail first; what was said on the telephone was said then', () => {
    expect(decideAnswer(facts)).toEqual({ ok: true, value: { at: NOW, moved: null } })
    expect(decideAnswer({ ...facts, channel: 'phone', saidAt: hours(-1), reachable: false })).toMatchObject({
      ok: true,
      value: { at: hours(-1), moved: { to: 'answered' } },
    })
  })
})

describe('SRV-04 who works on a request, and how', () => {
  it('nobody gets what another took', () => {
    const taken = { state: 'taken', ownerId: 'a', ownerName: '李燕玲' } as const
    expect(decideTake(taken, 'b')).toMatchObject({ ok: false, code: 'desk.taken', facts: { owner: '李燕玲' } })
    expect(decideTake(taken, 'a')).toMatchObject({ ok: true })
  })
  it.each([
    [hours(-1), 'desk.snooze_in_past'],
    [hours(24 * 31), 'desk.snooze_too_long'],
  ])('does not put off until %s', (until, code) => {
    expect(decideSnooze('taken', until, NOW)).toMatchObject({ ok: false, code })
  })
  it('archives nobody who waits without a word why', () => {
    expect(decideClosing({ state: 'taken', unanswered: true, reason: '' })).toMatchObject({
      code: 'desk.close_reason_missing',
    })
    expect(decideClosing({ state: 'taken', unanswered: true, reason: '垃圾信息' })).toMatchObject({ ok: true })
  })
  const merge = {
    id: '1',
    state: 'taken',
    personId: 'p',
    confidential: false,
    hasMerged: false,
    into: { id: '2', state: 'taken', personId: 'p', confidential: false },
  } as const
  it.each([
    ['itself', { into: { ...merge.into, id: '1' } }, 'desk.merge_itself'],
    ['that of another person', { into: { ...merge.into, personId: 'q' } }, 'desk.merge_other_person'],
    [
      'anything while nobody knows whose it is',
      { personId: null, into: { ...merge.into, personId: null } },
      'desk.merge_other_person',
    ],
    ['a sealed one', { into: { ...merge.into, confidential: true } }, 'desk.merge_confidential'],
    ['one that has ended', { into: { ...merge.into, state: 'closed' } }, 'desk.merge_into_ended'],
    ['another, others being in it', { hasMerged: true }, 'desk.merge_again'],
  ] as const)('SLA rule 13: does not merge into %s', (_name, change, code) => {
    expect(decideMerge({ ...merge, ...change })).toMatchObject({ ok: false, code })
  })
  it('SRV-04: a group event has one level', () => {
    const facts = { id: '1', parentId: '2', parentOfParent: null, hasChildren: false }
    expect(decideParent(facts)).toMatchObject({ ok: true })
    expect(decideParent({ ...facts, parentOfParent: '3' })).toMatchObject({ code: 'desk.parent_level' })
  })
  it('CUS-11: a tip is not opened by another word', () => {
    expect(decideKindChange('tip', 'enquiry', false)).toMatchObject({ code: 'desk.kind_sealed' })
    expect(decideKindChange('enquiry', 'complaint', false)).toMatchObject({ ok: true })
  })
  it.each([
    ['nobody has it', null, ['note', 'link', 'take', 'answer']],
    ['a colleague has it', 'other', ['note', 'link']],
    ['I have it', 'me', ['note', 'link', 'answer', 'snooze']],
  ])('shows the acts: %s', (_name, ownerId, first) => {
    const who = { id: 'me', leads: false, works: true, reports: true, arranges: true, complains: true }
    const can = requestCan({ state: 'taken', ownerId, kind: 'enquiry', personKnown: true }, who)
    expect(can.slice(0, first.length)).toEqual(first)
  })
  it('SRV-01: who wrote what became a case is still answered in the same thread, nothing else', () => {
    const who = { id: 'me', leads: false, works: true, reports: true, arranges: true, complains: true }
    const turned = { state: 'converted', ownerId: 'me', kind: 'enquiry', personKnown: true } as const
    expect(requestCan(turned, who)).toEqual(['note', 'link', 'answer', 'draft'])
    expect(requestCan({ ...turned, ownerId: 'other' }, who)).toEqual(['note', 'link'])
  })
})
