import { listExports } from '@anpei/contract/customers'
import {
  exportHistoryFaults,
  exportHistoryTimes,
  getHistory,
  getHistoryImport,
  getHistoryTimes,
  listComplaints,
  listHistory,
  listHistoryFaults,
} from '@anpei/contract/complaints'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, imported, rehearsed } from './history.fixture.ts'
import { readHistoryFile } from './read-history-file.ts'

const FILE = [
  HEADINGS,
  'A-1,01/05/2024,01/15/2024,Accident,Claim Delay; 态度,Company Position Upheld,甲公司,陈一,材料交了没有人答复',
  'A-2,01/20/2024,02/29/2024,Accident,Claim Delay,Claim Settled,甲公司,陈二,',
  'A-3,02/01/2024,05/01/2024,Health,Robo-calls,,乙公司,,',
  'A-4,02/10/2024,,Health,,,乙公司,,',
  'A-4,02/10/2024,,Health,,,乙公司,,',
  ',02/10/2024,,Health,,,,,',
  'A-1,01/06/2024,,Accident,,,,,',
  'A-5,02/30/2024,,Accident,,,,,',
  'A-6,03/01/2024,02/01/2024,Accident,,,,,',
].join('\n')
const WORDS = {
  reasons: { 'claim delay': 'claim_time', 态度: 'attitude' },
  outcomes: { 'company position upheld': 'not_upheld', 'claim settled': 'settled' },
} as const

describe('CMP-13, OPS-05 a file of past complaints', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
  })
  afterAll(() => world.close())
  const count = async (table: string) => (await arrange(world, `select count(*)::int as n from ${table}`))[0]?.['n']

  it('is rehearsed first: counts, faults and words without a meaning here, and nothing is kept', async () => {
    const seen = await rehearsed(world, head, FILE, { reasons: { 态度: 'attitude' } })
    expect(seen).toMatchObject({
      state: 'rehearsed',
      rowCount: 9,
      newCount: 4,
      changedCount: 0,
      unchangedCount: 1,
      badCount: 4,
      mapping: { dayOrder: 'mdy', separator: 'semicolon' },
      task: { state: 'done' },
      can: ['rehearse', 'begin', 'cancel'],
    })
    expect(seen.unmappedReasons).toEqual([
      { word: 'Claim Delay', count: 2, guess: 'claim_time' },
      { word: 'Robo-calls', count: 1, guess: null },
    ])
    expect(seen.unmappedOutcomes.map((one) => one.guess)).toEqual(['not_upheld', 'settled'])
    expect(seen.faults.map((one) => one.fault).sort()).toEqual([
      'closed_before',
      'no_missing',
      'no_twice',
      'received_unreadable',
    ])
    expect(await count('complaint_history')).toBe(0)
  })

  it('is imported: found by its number, counted at once, and never anybody’s work', async () => {
    const [events, jobs] = [await count('event_waiting'), await count('notice')]
    const done = await imported(world, head, FILE, WORDS)
    expect(done).toMatchObject({ state: 'done', newCount: 4, badCount: 4, can: [] })
    const found = await head(listHistory, { query: { q: 'A-1' } })
    expect(found.items).toMatchObject([
      {
        name: '陈一',
        receivedOn: '2024-01-05',
        days: 10,
        causeWords: ['赔付时效', '服务态度'],
        reasonWords: ['Claim Delay', '态度'],
        outcomeWord: '投诉不属实',
      },
    ])
    expect((await head(listHistory, { query: { cause: 'claim_time' } })).total).toBe(2)
    expect(await count('complaint')).toBe(0)
    expect((await head(listComplaints, { query: { whose: 'all' } })).total).toBe(0)
    expect(await count(`clock where subject_kind like 'complaint%'`)).toBe(0)
    expect([await count('event_waiting'), await count('notice')]).toEqual([events, jobs])
  })

  it('tells its times: shares of those that ended, median and 90th part, by month, cause and company', async () => {
    const query = { from: '2024-01-01', to: '2024-12-31' }
    const months = await head(getHistoryTimes, { query })
    // Ten, forty and ninety days; one has not ended.
    expect(months.total).toMatchObject({
      count: 4,
      closedCount: 3,
      within30: 1 / 3,
      within60: 2 / 3,
      medianDays: 40,
      p90Days: 90,
    })
    expect(months.lines).toMatchObject([
      { key: '2024-01', count: 2, within15: 0.5, medianDays: 10, p90Days: 40 },
      { key: '2024-02', count: 2, closedCount: 1, within60: 0 },
    ])
    const causes = await head(getHistoryTimes, { query: { ...query, by: 'cause' } })
    expect(causes.lines.map(({ word, count: n }) => [word, n])).toEqual([
      ['赔付时效', 2],
      ['未对应事由', 1],
      ['Robo-calls（来源用词）', 1],
      ['服务态度', 1],
    ])
    const companies = await head(getHistoryTimes, { query: { ...query, by: 'company', cause: 'claim_time' } })
    expect(companies.lines).toMatchObject([{ word: '甲公司', count: 2 }])
    expect((await head(getHistoryTimes, { query: { ...query, origin: 'lived' } })).total.count).toBe(0)
    const file: unknown = await head(exportHistoryTimes, { query })
    expect(file).toBeInstanceOf(Blob)
  })

  it('again changes nothing, whatever it is written in; a changed row leaves a trace', async () => {
    const chinese = iconv.encode(FILE, 'gb18030')
    expect(await imported(world, head, chinese, WORDS)).toMatchObject({
      newCount: 0,
      changedCount: 0,
      unchangedCount: 5,
    })
    expect(await rehearsed(world, head, chinese, WORDS)).toMatchObject({ can: ['rehearse', 'cancel'] })
    const changed = FILE.replace('A-2,01/20/2024,02/29/2024', 'A-2,01/20/2024,02/09/2024')
    expect(await imported(world, head, `\ufeff${changed}`, WORDS, '改.csv')).toMatchObject({
      newCount: 0,
      changedCount: 1,
    })
    const [row] = (await head(listHistory, { query: { q: 'A-2' } })).items
    const whole = await head(getHistory, { params: { historyId: row?.id ?? '' } })
    expect(whole).toMatchObject({ days: 20, fileName: '改.csv' })
    expect(whole.changes).toMatchObject([{ fileName: '改.csv', fields: [{ title: '办结日期', before: '2024-02-29' }] }])
  })

  it('its rows with faults come back as a file with their reasons', async () => {
    const { id } = await rehearsed(world, head, FILE)
    const params = { importId: id }
    const bad = await head(listHistoryFaults, { params, query: {} })
    expect(bad.items.map((one) => [one.rowNo, one.faults])).toEqual([
      [7, ['没有投诉编号']],
      [8, ['同一编号在文件中出现两次，内容不同']],
      [9, ['收到日期不是日期']],
      [10, ['办结日期早于收到日期']],
    ])
    const file: unknown = await head(exportHistoryFaults, { params })
    const text = file instanceof Blob ? await file.text() : ''
    expect(text.split('\n')[1]).toContain('02/10/2024')
    const { items } = await (await world.as('compliance'))(listExports, { query: {} })
    expect(items).toMatchObject([{ what: '历史投诉问题行', rowCount: 4 }])
  })

  it('a job that comes again after its end does nothing; whoever is not of the desk sees no import', async () => {
    const { id } = await imported(world, head, FILE, WORDS)
    await readHistoryFile(world.app, { tenantId: 1, eventId: '', subjectId: '', importId: id })
    expect(await head(getHistoryImport, { params: { importId: id } })).toMatchObject({ state: 'done' })
    const handler = await world.as('handler1')
    await expectRefusal(handler(getHistoryImport, { params: { importId: id } }), 'request.not_permitted')
  })
})
