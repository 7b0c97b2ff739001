import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { escalatesAt, parseTaskPatterns, stepsInTheWay, taskDueAt } from './task-plan.ts'

const scene = {
  step: 'scene',
  kind: 'scene',
  title: '现场查勘',
  dueInDays: 3,
  after: [],
  escalate: { afterDays: 0, to: 'supervisor' },
}
const witness = { ...scene, step: 'witness', title: '走访证人', after: ['scene'] }

describe('ORG-07 task patterns', () => {
  test('the shipped patterns read, each step after earlier ones only', () => {
    const file = new URL('../../../../config/task-patterns.json', import.meta.url)
    const parsed = parseTaskPatterns(JSON.parse(readFileSync(file, 'utf8')))
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok) expect(parsed.value.special?.map((one) => one.after)).toEqual([[], ['scene'], []])
  })

  test.each([
    ['not an object', []],
    ['an unknown class', { huge: [scene] }],
    ['no list', { special: scene }],
    ['the same step twice', { special: [scene, scene] }],
    ['after a later step', { special: [witness, scene] }],
    ['after itself', { special: [{ ...scene, after: ['scene'] }] }],
    ['no title', { special: [{ ...scene, title: '' }] }],
    ['half a day', { special: [{ ...scene, dueInDays: 0.5 }] }],
    ['too long', { special: [{ ...scene, dueInDays: 61 }] }],
    ['up to nobody known', { special: [{ ...scene, escalate: { afterDays: 1, to: 'the_king' } }] }],
    ['an unknown field', { special: [{ ...scene, colour: 'red' }] }],
  ])('refuses %s', (_, input) => {
    expect(parseTaskPatterns(input)).toMatchObject({ ok: false, code: 'task.pattern_malformed' })
  })

  test.each([
    ['nothing before it', [], [], []],
    ['the one before is open', ['scene'], [{ step: 'scene', state: 'open' as const }], ['scene']],
    ['the one before waits itself', ['scene'], [{ step: 'scene', state: 'waiting' as const }], ['scene']],
    ['the one before was never planned', ['scene'], [], ['scene']],
    ['the one before is done', ['scene'], [{ step: 'scene', state: 'done' as const }], []],
    ['the one before was dropped', ['scene'], [{ step: 'scene', state: 'dropped' as const }], []],
  ])('%s', (_, after, known, inTheWay) => expect(stepsInTheWay(after, known)).toEqual(inTheWay))

  test('is due at the end of its last day in Shanghai, and goes up so many days later', () => {
    const due = taskDueAt('2026-11-23T01:00:00.000Z', 3)
    expect(due).toBe('2026-11-26T16:00:00.000Z')
    expect(escalatesAt(due, 0)).toBe('2026-11-26T16:00:00.000Z')
    expect(escalatesAt(due, 2)).toBe('2026-11-28T16:00:00.000Z')
  })
})
