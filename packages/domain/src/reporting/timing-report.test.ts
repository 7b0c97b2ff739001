import { describe, expect, it } from 'vitest'
import { lastFullWeek, timingReport, trendWeeks, type TimingFacts } from './timing-report.ts'
import { periodOf } from './duty-period.ts'

const week = periodOf('weekly', '2026-11-18')
const facts: TimingFacts = {
  week,
  madeAt: '2026-11-22T22:00:00Z',
  promises: [
    { id: 'T15', name: '资料齐全后三个工作日内审核完毕', kind: '承诺' },
    { id: 'L01', name: '三十日内作出核定', kind: '法定' },
    { id: 'L02', name: '达成协议后十日内付款', kind: '法定' },
  ],
  counts: [
    { clockId: 'T15', monday: '2026-11-16', kept: 199, keptByAgreement: 4, broken: 1, running: 3, cancelled: 2 },
    { clockId: 'T15', monday: '2026-11-09', kept: 10, keptByAgreement: 0, broken: 0, running: 0, cancelled: 0 },
    { clockId: 'L01', monday: '2026-09-28', kept: 0, keptByAgreement: 0, broken: 2, running: 0, cancelled: 0 },
  ],
  stages: [
    { name: '资料审核', averageDays: 300, baselineDays: 750 },
    { name: '支付', averageDays: 900, baselineDays: 450 },
    { name: '责任认定', averageDays: null, baselineDays: 900 },
  ],
  closedClaims: 12,
  broken: [
    {
      no: 'P26110000001',
      promise: '资料齐全后三个工作日内审核完毕',
      dueAt: '2026-11-20T16:00:00Z',
      stoppedAt: '2026-11-20T16:30:00Z',
      institution: '潮南支公司',
      owner: '黄晓敏',
      reason: '未登记原因',
    },
  ],
  moreBroken: false,
  next: [],
  moreNext: false,
}
const report = timingReport(facts)
const table = (title: string) => report.tables.find((one) => one.title.startsWith(title))

describe('T28 CLK-05 the weekly timing report', () => {
  it('is about the last week that is over, with the seven before it', () => {
    expect(lastFullWeek('2026-11-23')).toEqual(week)
    expect(lastFullWeek('2026-11-22').key).toBe('2026-W46')
    expect(trendWeeks(week).map(({ key }) => key)).toEqual([
      '2026-W40',
      '2026-W41',
      '2026-W42',
      '2026-W43',
      '2026-W44',
      '2026-W45',
      '2026-W46',
      '2026-W47',
    ])
  })

  it('sums the week in one sentence', () => {
    expect(report.title).toBe('时效周报 2026-W47（2026-11-16 至 2026-11-22）')
    expect(report.summary).toBe(
      '本周到期的时限共 207 项：按时 199，经告知后按约 4，超时 1，进行中 3；按时率 99.5%。下周到期 0 项。',
    )
  })

  it('shows each promise, its trend, the slowest stage first, and what broke with its reason', () => {
    expect(table('本周各项')?.rows).toEqual([
      ['T15', '资料齐全后三个工作日内审核完毕', '承诺', 199, 4, 1, 3, 2, '99.5%'],
    ])
    expect(table('近 8 周')?.rows).toEqual([
      ['资料齐全后三个工作日内审核完毕', '—', '—', '—', '—', '—', '—', '100.0%', '99.5%'],
      ['三十日内作出核定', '0.0%', '—', '—', '—', '—', '—', '—', '—'],
    ])
    expect(table('最慢')?.rows).toEqual([
      ['支付', '9.0', '4.5', '超出 100%'],
      ['资料审核', '3.0', '7.5', '少用 60%'],
      ['责任认定', '—', '9.0', '—'],
    ])
    expect(table('本周超时')?.rows).toEqual([
      [
        'P26110000001',
        '资料齐全后三个工作日内审核完毕',
        '11-20 24:00',
        '11-21 00:30',
        '30 分钟',
        '潮南支公司',
        '黄晓敏',
        '未登记原因',
      ],
    ])
    expect(table('下周到期')?.note).toBe('下周没有时限到期。')
  })
})
