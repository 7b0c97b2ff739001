import { describe, expect, it } from 'vitest'
import { finishWords } from '../notifications/index.ts'
import claimsJson from '../../../../config/clocks/claims.json' with { type: 'json' }
import { foldClocks, nationalTable, parseCalendar, readClockDefs } from '../sla/index.ts'
import { nextTelling, progressSentence, progressWords } from './progress-words.ts'

const week = { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'] }
const parsed = parseCalendar(
  {
    id: 'desk',
    version: 1,
    zone: 'Asia/Shanghai',
    followsNational: false,
    weekly: { ...week, fri: ['09:00-17:00'], sat: [], sun: [] },
  },
  nationalTable([]),
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed))
const desk = parsed.value

describe('CLM-14, T19 progress in plain words', () => {
  const today = '2026-11-23'
  it.each([
    ['we_review', 'we', '2026-12-01', '资料齐了，正在审核；预计2026年12月1日前办完这一步。'],
    ['we_pay', 'we', null, '已决定给付，正在转账；我们会尽快办完这一步。'],
    ['we_decide', 'we', '2026-11-20', expect.stringContaining('比预计的晚了')],
    ['you_send_papers', 'you', '2026-12-01', '还差几样资料，等您交来；您办好后我们马上接着办。'],
    ['paid', 'nobody', null, '钱已付到账户；都办完了。'],
  ] as const)('%s, %s', (next, turn, expectedOn, sentence) => {
    expect(progressSentence(progressWords({ next, turn }, expectedOn, null, today))).toEqual(sentence)
  })
})

describe('CLM-14 the finish, where it is known', () => {
  const finish = { likelyOn: '2026-12-29', earliestOn: '2026-12-25', latestOn: '2027-01-06' }
  const said = (turn: 'we' | 'you', next: 'we_review' | 'you_send_papers', known: typeof finish) =>
    progressWords({ next, turn }, '2027-01-06', known, '2026-11-23').expected
  it('with the days that hold most', () =>
    expect(said('we', 'we_review', finish)).toBe('预计2026年12月29日办结（多数在12月25日至2027年1月6日）'))
  it('one day is no span', () => {
    const one = { ...finish, earliestOn: '2026-12-29', latestOn: '2026-12-29' }
    expect(finishWords(one)).toEqual({ likely: '2026年12月29日', span: '' })
    expect(said('we', 'we_review', one)).toBe('预计2026年12月29日办结')
  })
  it('not while it is their turn', () => expect(said('you', 'you_send_papers', finish)).toContain('您办好后'))
})

describe('T19 every three working days, T23 daily for who worries', () => {
  it.each([
    ['Monday afternoon → Thursday morning', '2026-11-23T06:00:00.000Z', false, '2026-11-26T01:30:00.000Z'],
    ['Thursday → Tuesday, over the weekend', '2026-11-26T06:00:00.000Z', false, '2026-12-01T01:30:00.000Z'],
    ['Saturday → Wednesday', '2026-11-28T06:00:00.000Z', false, '2026-12-02T01:30:00.000Z'],
    ['late on Monday in UTC is Tuesday here', '2026-11-23T17:00:00.000Z', false, '2026-11-27T01:30:00.000Z'],
    ['anxious on Friday → Saturday', '2026-11-27T06:00:00.000Z', true, '2026-11-28T01:30:00.000Z'],
  ] as const)('%s', (_case, told, anxious, next) => {
    expect(nextTelling(desk, told, anxious)).toBe(next)
  })
  it('nobody is warned of a word the system gives by itself, until it is late with it', () => {
    const told = '2026-11-23T06:00:00.000Z'
    const defs = readClockDefs(claimsJson.filter((one) => one.id === 'T19'))
    const folded =
      defs.ok && foldClocks(defs.value, [{ id: 'e1', type: 'claim.registered', at: told }], new Map([['desk', desk]]))
    const thresholds = (folded && folded.ok && folded.value[0]?.thresholds) || []
    const word = Date.parse(nextTelling(desk, told, false))
    expect(thresholds.map((one) => one.percent)).toEqual([80, 100, 120])
    expect(Date.parse(thresholds[0]?.at ?? '')).toBeGreaterThan(word)
    expect(Date.parse(thresholds[0]?.at ?? '') - word).toBeLessThan(3_600_000)
  })
  it('or as many days as the tenant promises', () => {
    expect(nextTelling(desk, '2026-11-23T06:00:00.000Z', false, 2)).toBe('2026-11-25T01:30:00.000Z')
  })
})
