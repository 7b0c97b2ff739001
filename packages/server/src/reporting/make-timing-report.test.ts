import { getTimingReport, listTimingReports, viewStandingDuty } from '@anpei/contract/reporting'
import { systemActor } from '@anpei/domain/kernel'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { arrange, opened, testPeople, type Caller, type World } from '../testing/index.ts'
import { dutyOf, openDutyWorld, tendOnce } from './duties.fixture.ts'
import { makeTimingReport } from './make-timing-report.ts'
import { planTimingReport } from './plan-timing-report.ts'

const HOUR_MS = 3_600_000

describe('T28 CLK-05 the weekly timing report', () => {
  let world: World
  let head: Caller
  let claimId = ''
  beforeAll(async () => {
    // Sunday evening in Shanghai, 22 November 2026.
    world = await openDutyWorld('2026-11-22T12:00:00.000Z')
    head = await world.as('head')
    claimId = await opened(await world.as('service1'), testPeople.chen)
    const clocks = [
      ['T18', 1, 'met', '2026-11-18T00:00:00Z', '2026-11-17T00:00:00Z'],
      ['T18', 2, 'broken', '2026-11-19T00:00:00Z', '2026-11-21T00:00:00Z'],
      ['T18', 3, 'running', '2026-11-20T00:00:00Z', null],
      ['T18', 4, 'running', '2026-11-25T00:00:00Z', null],
      ['T18', 5, 'met', '2026-10-14T00:00:00Z', '2026-10-14T00:00:00Z'],
      // 15 November 24:00: the last instant of the week before.
      ['T18', 7, 'running', '2026-11-15T16:00:00Z', null],
    ]
    for (const row of clocks)
      await arrange(
        world,
        `insert into clock (tenant_id, subject_kind, subject_id, clock_id, instance_no, state, started_at, due_at,
           stopped_at, provisional, explanation)
         values (1, 'claim', $1, $2, $3, $4, '2026-10-01', $5, $6, false, '')`,
        [claimId, ...row],
      )
    // Put off by telling before it was due, and done by the new time.
    await arrange(
      world,
      `insert into clock (tenant_id, subject_kind, subject_id, clock_id, instance_no, state, started_at, due_at,
         stopped_at, promised_due_at, by_agreement, provisional, explanation)
       values (1, 'claim', $1, 'T18', 6, 'met', '2026-10-01', '2026-11-19T00:00:00Z', '2026-11-18T12:00:00Z',
         '2026-11-18T00:00:00Z', true, false, '')`,
      [claimId],
    )
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      await tx.db
        .insertInto('report_mail')
        .values({ tenant_id: 1, report: 'timing', addresses: ['ops@anpei.example'], changed_at: tx.now })
        .execute()
    })
  })
  afterAll(() => world.close())
  const plan = () => systemWrite(world.app, systemActor(1, 'nightly'), planTimingReport)
  const make = () => makeTimingReport(world.app, { tenantId: 1, on: '2026-11-16' })
  const jobs = () =>
    arrange(
      world,
      `select extract(epoch from run_at - created_at) as wait from graphile_worker.jobs
        where task_identifier = 'reporting.timing_report'`,
    )
  const reports = async () => (await (await world.as('head'))(listTimingReports, {})).reports

  it('is planned for Monday at six in Shanghai, once, whatever night asks', async () => {
    world.clock.forward(7 * HOUR_MS)
    await plan()
    await plan()
    const wait = (Date.parse('2026-11-22T22:00:00.000Z') - Date.parse(world.clock.now())) / 1000
    expect((await jobs()).map((job) => Math.round(Number(job.wait)))).toEqual([wait])
    world.clock.forward(6 * HOUR_MS)
  })

  it('is made once, closes the week’s duty with its page, and goes to the office by mail', async () => {
    head = await world.as('head')
    // The week that ended has an instance from the first night of this world.
    const duty = await dutyOf(head, 'T28', '2026-W47')
    await make()
    await make()
    expect(await reports()).toMatchObject([
      { weekKey: '2026-W47', kept: 1, broken: 2, running: 0, keptBps: 3333, madeBy: null },
    ])
    head = await world.as('head')
    const closed = await head(viewStandingDuty, { params: { dutyId: duty.id } })
    expect(closed).toMatchObject({ standing: 'done', closedBy: '系统', evidenceCount: 1 })
    expect(closed.finding).toMatch(/按时 1，经告知后按约 1，超时 2，进行中 0；按时率 33\.3%。下周到期 [1-9]\d* 项/)
    const mails = await arrange(
      world,
      `select channel, recipient_masked, template from notice where template = 'timing_report'`,
    )
    expect(mails).toEqual([{ channel: 'email', recipient_masked: 'o***@anpei.example', template: 'timing_report' }])
    await tendOnce(world)
    await plan()
    expect((await dutyOf(head, 'T28', '2026-W47')).standing).toBe('done')
  })

  it('is the same in the workbook as on the page', async () => {
    const [report] = await reports()
    const reportId = report?.id ?? ''
    const get = async (format: 'pdf' | 'xlsx') => {
      const file: unknown = await head(getTimingReport, { params: { reportId, format } })
      return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
    }
    const pdf = await get('pdf')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const workbook = new ExcelJS.Workbook()
    const bytes = await get('xlsx')
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '摘要',
      '本周各项时限',
      '近 8 周按时率',
      '最慢的环节',
      '本周超时的各件',
      '下周到期',
    ])
    const row = (sheet: string, line: number) => workbook.getWorksheet(sheet)?.getRow(line).values
    expect(row('本周各项时限', 2)).toEqual([
      undefined,
      'T18',
      '特殊案件三十个工作日内作出决定',
      '承诺',
      1,
      1,
      2,
      0,
      0,
      '33.3%',
    ])
    expect(workbook.getWorksheet('本周超时的各件')?.getRow(2).getCell(8).text).toBe('没有登记原因')
    expect(workbook.getWorksheet('本周超时的各件')?.getRow(3).getCell(8).text).toBe('尚在“资料收集”')
    const next: string[] = []
    workbook.getWorksheet('下周到期')?.eachRow((line) => next.push(line.getCell(2).text))
    expect(next).toContain('特殊案件三十个工作日内作出决定')
  })
})
