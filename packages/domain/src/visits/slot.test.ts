import { describe, expect, it } from 'vitest'
import { decideSlot, halfWindow, slotWords } from './index.ts'

const H = 3600
const desk = [
  { open: 9 * H, close: 12 * H },
  { open: 13.5 * H, close: 17.5 * H },
]
const visitor = { active: true, absent: false, spans: desk, capacity: 2, taken: [], videos: [], atScene: false }
const now = '2026-11-23T01:00:00.000Z'
const home = {
  kind: 'home',
  day: '2026-11-24',
  half: 'am',
  at: null,
  now,
  dueAt: null,
  puttingOff: false,
  visitor,
} as const
const nine = '2026-11-24T01:00:00.000Z'

describe('SRV-09 half-days by the working calendar', () => {
  it.each([
    [desk, 'am', { open: 9 * H, close: 12 * H }],
    [desk, 'pm', { open: 13.5 * H, close: 17.5 * H }],
    [[{ open: 9 * H, close: 17 * H }], 'am', { open: 9 * H, close: 13 * H }],
    [[{ open: 14 * H, close: 17 * H }], 'am', null],
    [[], 'pm', null],
  ] as const)('%j in the %s', (spans, half, window) => {
    expect(halfWindow(spans, half)).toEqual(window)
  })
})

describe('SRV-09 SRV-05 T07 a time and a place with a visitor', () => {
  it.each([
    ['the first place', {}, { seat: 1, from: nine, to: '2026-11-24T04:00:00.000Z' }],
    ['the place between two that are taken', { visitor: { ...visitor, capacity: 3, taken: [1, 3] } }, { seat: 2 }],
    ['a half-day that has begun', { now: '2026-11-24T02:00:00.000Z' }, { seat: 1 }],
    ['later than promised, told with the reason', { dueAt: '2026-11-24T03:59:59.000Z', puttingOff: true }, { seat: 1 }],
    ['to the second of the promise', { dueAt: '2026-11-24T04:00:00Z' }, { seat: 1 }],
    ['a video', { kind: 'video', at: nine }, { seat: null, to: '2026-11-24T01:30:00.000Z' }],
    [
      'a video right behind another',
      { kind: 'video', at: nine, visitor: { ...visitor, videos: [{ from: '2026-11-24T00:30:00.000Z', to: nine }] } },
      { from: nine },
    ],
    [
      'the scene, in the night',
      {
        kind: 'on_site',
        at: '2026-11-23T19:00:00.000Z',
        now: '2026-11-23T18:00:00.000Z',
        visitor: { ...visitor, spans: [] },
      },
      { on: '2026-11-24', half: 'am', seat: null },
    ],
  ] as const)('gives %s', (_name, change, slot) => {
    expect(decideSlot({ ...home, ...change })).toMatchObject({ ok: true, value: slot })
  })

  it.each([
    ['nobody who goes out', { visitor: { ...visitor, active: false } }, 'visit.visitor_unknown'],
    ['somebody on leave', { visitor: { ...visitor, absent: true } }, 'visit.visitor_absent'],
    ['a closed half-day', { visitor: { ...visitor, spans: [] } }, 'visit.visitor_off'],
    ['a full one', { visitor: { ...visitor, taken: [2, 1] } }, 'visit.visitor_full'],
    ['one that is over', { now: '2026-11-24T04:00:00.000Z' }, 'visit.slot_past'],
    ['later than promised without the reason', { dueAt: '2026-11-24T03:59:59.000Z' }, 'visit.later_needs_reason'],
    ['a video without an hour', { kind: 'video' }, 'visit.hour_missing'],
    ['a video over noon', { kind: 'video', at: '2026-11-24T03:45:00.000Z' }, 'visit.visitor_off'],
    ['a video yesterday', { kind: 'video', at: '2026-11-22T01:00:00.000Z' }, 'visit.slot_past'],
    [
      'a video into another',
      {
        kind: 'video',
        at: nine,
        visitor: { ...visitor, videos: [{ from: '2026-11-24T01:29:00.000Z', to: '2026-11-24T01:59:00.000Z' }] },
      },
      'visit.visitor_full',
    ],
    ['a scene without a time to be there', { kind: 'on_site' }, 'visit.hour_missing'],
    ['a scene in the past', { kind: 'on_site', at: '2026-11-23T00:00:00.000Z' }, 'visit.slot_past'],
    ['a second scene', { kind: 'on_site', at: nine, visitor: { ...visitor, atScene: true } }, 'visit.visitor_full'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(decideSlot({ ...home, ...change })).toMatchObject({ ok: false, code })
  })

  it.each([
    ['home', '11月24日上午9:00至12:30'],
    ['video', '11月24日上午9:00'],
    ['on_site', '11月24日中午12:30前'],
  ] as const)('is told as people say it: %s', (kind, words) => {
    expect(slotWords({ kind, from: nine, to: '2026-11-24T04:30:00.000Z' })).toBe(words)
  })

  it('the afternoon is no morning: the part of the day goes with the hour', () => {
    const home = (from: string, to: string) => slotWords({ kind: 'home', from, to })
    expect(home(nine, '2026-11-24T05:00:00.000Z')).toBe('11月24日上午9:00至下午1:00')
    expect(home('2026-11-24T05:00:00.000Z', '2026-11-24T09:00:00.000Z')).toBe('11月24日下午1:00至5:00')
  })

  it('T14: nobody is told a minute later than what is due', () => {
    expect(slotWords({ kind: 'on_site', from: nine, to: '2026-11-24T04:30:42.000Z' })).toBe('11月24日中午12:30前')
  })
})
