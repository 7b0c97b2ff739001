import { describe, expect, it } from 'vitest'
import { decideArrival, decideChoice, decideHandIn, parseChecklists, type Checklist } from './index.ts'

const checklist: Checklist = {
  kind: 'on_site',
  version: 2,
  items: [
    { code: 'badge', text: '出示工作证', answer: 'yes_no', must: true },
    { code: 'helper', text: '在场的人', answer: 'text', must: false },
  ],
}
const handed = {
  kind: 'on_site',
  state: 'arrived',
  revision: 4,
  basedOn: 4,
  isVisitor: true,
  certified: true,
  result: 'settled',
  checklist,
  checklistVersion: 2,
  answers: { badge: 'yes' },
  place: '峡山市场门口',
  photos: 1,
} as const

describe('SRV-09 CLM-02 what is handed in from a visit', () => {
  it.each([
    ['all of it', {}, { from: 'arrived', to: 'done' }],
    ['nobody home, with nothing else', { result: 'nobody_home', answers: {}, place: '', photos: 0 }, { to: 'not_met' }],
    ['at home, without place and photo', { kind: 'home', place: '', photos: 0 }, { to: 'done' }],
    ['an older list, as it was then', { checklistVersion: 1, answers: {} }, { to: 'done' }],
    ['without saying that one arrived', { state: 'agreed' }, { from: 'agreed', to: 'done' }],
  ] as const)('takes %s', (_name, change, moved) => {
    expect(decideHandIn({ ...handed, ...change })).toMatchObject({ ok: true, value: moved })
  })

  it.each([
    ['the visit changed meanwhile', { basedOn: 3 }],
    ['somebody else goes now', { isVisitor: false }],
    ['ORG-06 the certificate was not valid on that day', { certified: false }],
    ['it was cancelled meanwhile', { basedOn: 3, state: 'cancelled' }],
  ] as const)('keeps it beside when %s', (_name, change) => {
    expect(decideHandIn({ ...handed, ...change })).toEqual({ ok: true, value: null })
  })

  it.each([
    ['an open point', { answers: { badge: ' ' } }, 'visit.checklist_open'],
    ['no place', { place: ' ' }, 'visit.place_missing'],
    ['no photo', { photos: 0 }, 'visit.photo_missing'],
    ['a visit that is over', { state: 'done' }, 'lifecycle.not_possible'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(decideHandIn({ ...handed, ...change })).toMatchObject({ ok: false, code })
  })

  it('a record chosen by a person outweighs what was arranged meanwhile', () => {
    expect(decideChoice('cancelled', 'settled')).toMatchObject({ ok: true, value: { to: 'done' } })
    expect(decideChoice('agreed', 'nobody_home')).toMatchObject({ ok: true, value: { to: 'not_met' } })
    expect(decideChoice('done', 'nobody_home')).toMatchObject({ ok: false, code: 'lifecycle.not_possible' })
  })
})

describe('CLM-02 T13 arrival is proved', () => {
  const facts = {
    kind: 'on_site',
    arrivedAt: '2026-11-23T01:30:00.000Z',
    requestedAt: '2026-11-23T01:00:00.000Z',
    now: '2026-11-23T01:31:00.000Z',
    photo: false,
    position: true,
  } as const
  it.each([
    ['by a position', {}, { at: facts.arrivedAt, proof: ['position'] }],
    ['by both', { photo: true }, { proof: ['photo', 'position'] }],
    ['at home by the time', { kind: 'home', position: false }, { proof: [] }],
    ['not in the future by a fast clock', { arrivedAt: '2026-11-23T02:00:00.000Z' }, { at: facts.now }],
  ] as const)('%s', (_name, change, arrival) => {
    expect(decideArrival({ ...facts, ...change })).toMatchObject({ ok: true, value: arrival })
  })
  it.each([
    ['nothing', { position: false }, 'visit.arrival_unproved'],
    ['before it was asked for', { arrivedAt: '2026-11-23T00:59:00.000Z' }, 'visit.time_impossible'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(decideArrival({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })
})

describe('SRV-09 checklists are data', () => {
  const items = [{ code: 'a', text: '甲', answer: 'text', must: true }]
  const whole = ['home', 'on_site', 'video'].map((kind) => ({ kind, version: 1, items }))
  it('reads one list a kind', () => {
    const read = parseChecklists(whole)
    expect(read.ok && read.value.get('video')).toEqual({ kind: 'video', version: 1, items })
  })
  it.each([
    ['no list', {}],
    ['a kind without', whole.slice(1)],
    ['a kind twice', [...whole, ...whole]],
    ['a kind nobody knows', [{ kind: 'boat', version: 1, items }]],
    ['no version', [{ kind: 'home', version: 0, items }]],
    ['a code twice', [{ kind: 'home', version: 1, items: [...items, ...items] }]],
    ['an answer nobody knows', [{ kind: 'home', version: 1, items: [{ ...items[0], answer: 'photo' }] }]],
    ['a bare word', ['home']],
  ])('refuses %s', (_name, input) => {
    expect(parseChecklists(input)).toMatchObject({ ok: false, code: 'visit.checklist_malformed' })
  })
})
