import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { isOff, isWeekday, isWorkday, nextDays, openBetween, textOf, tick, walkUntil } from './oracle.fixture.ts'

type Fields = Record<string, unknown>
const folder = mkdtempSync(join(tmpdir(), 'clocks-'))
afterAll(() => rmSync(folder, { recursive: true }))
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const VECTORS = new URL('../../../domain/src/sla/vectors/sla-vectors.json', import.meta.url)
const vectors: (Fields & { name: string })[] = JSON.parse(readFileSync(VECTORS, 'utf8'))
let files = 0

function file(content: string): string {
  const path = join(folder, `${(files += 1)}.json`)
  writeFileSync(path, content)
  return path
}

function run(args: readonly string[], zone = 'UTC') {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { ...process.env, TZ: zone } })
}

/** The real command over these cases; answers by name. */
function answers(cases: readonly unknown[], zone?: string): Map<unknown, Fields> {
  const told = run([file(JSON.stringify(cases))], zone)
  expect([told.status, told.stderr]).toEqual([0, ''])
  const list: Fields[] = JSON.parse(told.stdout)
  expect(list).toHaveLength(cases.length)
  return new Map(list.map((one) => [one['name'], one]))
}

const ANSWERS = /^(due|dueDay|provisional|weekendsOnlyEngine|holidayListOnlyEngine|safeDue|statutoryDue)$/
const MORE = /^(usedBeforePauseMin|dueWithoutPause|same|usedMin|breachedByChange|at\d+)$/
const isAnswer = (key: string) => ANSWERS.test(key) || MORE.test(key)
const pick = (one: Fields, wanted: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(one).filter(([key]) => wanted(key)))

describe('CLK-03 SLA §3 the worked cases of the real 2026 calendar, by the command', () => {
  const lies = (one: Fields) => Object.fromEntries(Object.keys(pick(one, isAnswer)).map((key) => [key, 'nonsense']))
  const ways: readonly (readonly [string, (one: Fields) => Fields])[] = [
    ['as they are', (one) => one],
    ['with the answers taken out', (one) => pick(one, (key) => !isAnswer(key))],
    ['with wrong answers written in', (one) => ({ ...one, ...lies(one) })],
  ]
  describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('process zone %s', (zone) => {
    test.each(ways)('%s', (_way, change) => {
      const told = answers(
        vectors.map((one) => change(one)),
        zone,
      )
      for (const one of vectors) expect(told.get(one.name)).toMatchObject(pick(one, isAnswer))
      expect(vectors).toHaveLength(16)
    })
  })
})

/** A small generator with a seed, so that every run asks the same. */
function drawer(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const STARTS = ['2026-02-10', '2026-04-28', '2026-06-16', '2026-09-22', '2026-12-01', '2025-09-26', '2025-01-20']

describe('CLK-02 CLK-03 SLA §2.3, §2.4, §2.7, §2.8 the command against an oracle that walks second by second', () => {
  const draw = drawer(20261122)
  const made: { readonly input: Fields; readonly expected: Fields }[] = []
  const moment = () => tick(STARTS[draw(STARTS.length)] ?? '') + draw(9 * 86_400)
  for (let i = 0; i < 14; i += 1) {
    const unit = i % 4 === 0 ? 'wall' : 'business'
    const start = moment()
    const minutes = draw(1500)
    const due = textOf(walkUntil(unit, start, minutes * 60))
    made.push({ input: { name: `add ${i}`, start: textOf(start), minutes, unit }, expected: { due } })
  }
  for (let i = 0; i < 14; i += 1) {
    const received = textOf(moment()).slice(0, 10)
    const n = draw(20)
    const dueDay = nextDays(received, n, isWorkday)
    const expected = {
      dueDay,
      due: `${dueDay} 24:00`,
      provisional: false,
      weekendsOnlyEngine: nextDays(received, n, isWeekday),
      holidayListOnlyEngine: nextDays(received, n, (day) => isWeekday(day) && !isOff(day)),
    }
    made.push({ input: { name: `days ${i}`, received, n, unit: 'workingDay' }, expected })
  }
  for (let i = 0; i < 10; i += 1) {
    const received = textOf(moment()).slice(0, 10)
    const n = draw(24)
    const safeDue = nextDays(received, n, () => true)
    const statutoryDue = isWorkday(safeDue) ? safeDue : nextDays(safeDue, 1, isWorkday)
    made.push({ input: { name: `natural ${i}`, received, n, unit: 'naturalDay' }, expected: { safeDue, statutoryDue } })
  }
  for (let i = 0; i < 12; i += 1) {
    const created = moment()
    const paused = created + draw(2 * 86_400)
    const resumed = paused + draw(6 * 86_400)
    const used = openBetween('business', created, paused)
    const budgetMin = Math.ceil(used / 60) + draw(900) + 1
    const due = textOf(walkUntil('business', created, budgetMin * 60, [[paused, resumed]]))
    const dueWithoutPause = textOf(walkUntil('business', created, budgetMin * 60))
    made.push({
      input: {
        name: `pause ${i}`,
        created: textOf(created),
        paused: textOf(paused),
        resumed: textOf(resumed),
        budgetMin,
        unit: 'business',
      },
      expected: { usedBeforePauseMin: used / 60, due, dueWithoutPause, same: due === dueWithoutPause },
    })
  }
  for (let i = 0; i < 10; i += 1) {
    const created = moment()
    const changed = created + draw(2 * 86_400)
    const newMin = draw(900)
    const used = openBetween('business', created, changed)
    const breachedByChange = used >= newMin * 60
    const due = textOf(breachedByChange ? changed : walkUntil('business', created, newMin * 60))
    made.push({
      input: { name: `change ${i}`, created: textOf(created), changed: textOf(changed), oldMin: 900, newMin },
      expected: { usedMin: used / 60, due, breachedByChange },
    })
  }
  for (let i = 0; i < 6; i += 1) {
    const created = moment()
    const budgetMin = 20 * (1 + draw(60))
    const at = (percent: number) => textOf(walkUntil('business', created, Math.ceil((budgetMin * 60 * percent) / 100)))
    const thresholds = [1 + draw(49), 65, 133]
    const expected = Object.fromEntries([...thresholds, 50, 80, 100, 120].map((one) => [`at${one}`, at(one)]))
    made.push({ input: { name: `at ${i}`, created: textOf(created), budgetMin, thresholds }, expected })
  }
  const told = answers(made.map((one) => one.input))
  test.each(made.map((one) => [one.input['name'], one] as const))('%s', (name, { expected }) =>
    expect(told.get(name)).toMatchObject(expected),
  )
})

describe('CLK-03 SLA §3 what a case may look like', () => {
  const add = (start: string, minutes: unknown, more: Fields = {}) => ({ start, minutes, unit: 'business', ...more })
  const wait = { created: '2026-11-23 09:00', budgetMin: 480, unit: 'business' }
  const cases: readonly (readonly [string, Fields, Fields])[] = [
    ['a T between day and time', add('2026-11-24T12:15:00', 10), { due: '2026-11-24 13:40:00' }],
    ['no seconds', add('2026-11-24 12:15', 10), { due: '2026-11-24 13:40:00' }],
    ['an instant with its zone', add('2026-11-24T04:15:00Z', 10), { due: '2026-11-24 13:40:00' }],
    ['24:00', add('2026-11-23 24:00', 10), { due: '2026-11-24 09:10:00' }],
    ['received at 24:00', { received: '2026-11-20 24:00', n: 1, unit: 'workingDay' }, { dueDay: '2026-11-23' }],
    [
      'received late in the evening',
      { received: '2026-11-20 23:10', n: 1, unit: 'workingDay' },
      { dueDay: '2026-11-23' },
    ],
    ['zero budget', add('2026-11-24 22:00:05', 0), { due: '2026-11-24 22:00:05' }],
    ['half a minute', add('2026-11-24 11:59:45', 0.5), { due: '2026-11-24 13:30:15' }],
    ['a leap day', { received: '2028-02-28', n: 1, unit: 'naturalDay' }, { safeDue: '2028-02-29', provisional: true }],
    ['twenty years ago', add('2006-11-24 17:00', 60), { due: '2006-11-27 09:30:00', provisional: true }],
    [
      'over the new year',
      { received: '2026-12-30', n: 2, unit: 'workingDay' },
      { dueDay: '2027-01-04', provisional: true },
    ],
    ['exactly at close', add('2026-11-24 17:30', 1), { due: '2026-11-25 09:01:00' }],
    [
      'pauses as a list of pairs',
      {
        ...wait,
        pauses: [
          ['2026-11-23 10:00', '2026-11-23 10:30'],
          ['2026-11-23 14:00', '2026-11-23 15:00'],
        ],
      },
      { usedBeforePauseMin: 60, due: '2026-11-24 11:30:00' },
    ],
    [
      'lists of pauses and of resumptions, twice in a minute',
      {
        ...wait,
        paused: ['2026-11-23 10:00:20', '2026-11-23 10:00:00'],
        resumed: ['2026-11-23 10:00:50', '2026-11-23 10:00:10'],
      },
      { due: '2026-11-24 10:00:40', same: false },
    ],
    [
      'a pause outside working time',
      { ...wait, paused: '2026-11-23 12:10', resumed: '2026-11-23 13:00' },
      { same: true },
    ],
    [
      'a pause after the due time',
      { ...wait, paused: '2026-11-25 09:00', resumed: '2026-11-26 09:00' },
      { same: true },
    ],
    ['still paused', { ...wait, paused: '2026-11-23 11:00', resumed: null }, { usedBeforePauseMin: 120, due: null }],
    [
      'a waiting time in a legal period',
      { received: '2026-09-01', n: 30, unit: 'naturalDay', paused: '2026-09-05 10:00', resumed: '2026-09-12 09:00' },
      { safeDue: '2026-10-08', deductedDays: 7 },
    ],
    [
      'minutes at any hour',
      { created: '2026-10-01 02:00', budgetMin: 10, unit: 'wall', at50: null },
      { at50: '2026-10-01 02:05:00' },
    ],
    [
      'no percentage named',
      { created: '2026-11-24 16:00', budgetMin: 600 },
      { at37: '2026-11-25 11:12:00', at65: '2026-11-25 15:30:00', at150: '2026-11-26 17:00:00' },
    ],
    ['the calendar of the outlet', add('2026-11-24 16:30', 60, { calendar: 'outlet' }), { due: '2026-11-25 09:30:00' }],
  ]
  const told = answers(cases.map(([name, input]) => ({ ...input, name })))
  test.each(cases)('%s', (name, _input, expected) => expect(told.get(name)).toMatchObject(expected))
})

describe('CLK-03 a case that cannot be computed says why, and the others are answered', () => {
  const day = { received: '2026-11-20', n: 3 }
  const wait = { created: '2026-11-23 09:00', budgetMin: 60, unit: 'business' }
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['resumed before it paused', { ...wait, paused: '2026-11-23 10:00', resumed: '2026-11-23 09:30' }, '早于暂停时间'],
    ['resumed without a pause', { ...wait, resumed: '2026-11-23 09:30' }, '没有暂停时间'],
    ['paused before it began', { ...wait, paused: '2026-11-22 10:00', resumed: '2026-11-23 09:30' }, '早于开始时间'],
    [
      'overlapping pauses',
      {
        ...wait,
        pauses: [
          ['2026-11-23 10:00', '2026-11-23 11:00'],
          ['2026-11-23 10:30', '2026-11-23 12:00'],
        ],
      },
      '重叠',
    ],
    ['an unknown unit', { ...day, unit: 'fortnight' }, '不认识的单位'],
    ['days without a unit', day, '不认识的单位'],
    ['days with minutes', { received: '2026-11-20', minutes: 3, unit: 'workingDay' }, '应当用 n'],
    ['minutes with days', { start: '2026-11-20 09:00', n: 3, unit: 'business' }, '不能用 n'],
    ['a negative budget', { start: '2026-11-20 09:00', minutes: -1, unit: 'business' }, '不小于零'],
    ['a negative number of days', { ...day, n: -1, unit: 'workingDay' }, '不小于零'],
    ['no such date', { ...day, received: '2026-02-29', unit: 'workingDay' }, '不是有效日期'],
    ['25 o’clock', { start: '2026-11-20 25:00', minutes: 1, unit: 'business' }, '不是有效时间'],
    [
      'changed before it began',
      { created: '2026-11-23 09:00', changed: '2026-11-22 09:00', oldMin: 1, newMin: 1 },
      '早于开始时间',
    ],
    ['changed to nothing known', { created: '2026-11-23 09:00', changed: '2026-11-24 09:00', oldMin: 1 }, 'newMin'],
    ['two budgets that disagree', { start: '2026-11-20 09:00', minutes: 1, budgetSec: 61 }, '互相矛盾'],
    ['beyond 800 days', { received: '2026-11-20', n: 801, unit: 'naturalDay' }, '800 天'],
    ['an unknown calendar', { ...day, unit: 'workingDay', calendar: 'moon' }, '没有日历'],
    ['nothing at all', {}, '缺少开始时间'],
  ]
  const inputs = cases.map(([name, input]) => (typeof input === 'object' ? { ...input, name } : input))
  const told = answers([...inputs, { name: 'fine', start: '2026-11-24 11:50', minutes: 10, unit: 'business' }])
  test.each(cases)('%s', (name, _input, words) => {
    const answer = told.get(name)
    expect(Object.keys(answer ?? {}).sort()).toEqual(['error', 'name'])
    expect(answer?.['error']).toContain(words)
  })
  test('the next case is answered', () => expect(told.get('fine')).toMatchObject({ due: '2026-11-24 12:00:00' }))
  test('an element that is no object', () => expect([...answers([7]).values()]).toMatchObject([{ name: null }]))
  test.each([
    ['no file named', [], '用法'],
    ['a file that is not there', [join(folder, 'none.json')], 'ENOENT'],
    ['not JSON', [file('[{')], '不是有效的 JSON'],
    ['no array', [file('{}')], '案例数组'],
  ])('%s: one sentence on stderr and exit 2', (_name, args, sentence) => {
    const { status, stdout, stderr } = run(args)
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1])
    expect(stderr).toContain(sentence)
  })
})
