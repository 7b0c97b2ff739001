import { createHash } from 'node:crypto'
import {
  closeStandingDuty,
  getDutyEvidence,
  listStandingDuties,
  promiseLedger,
  standingDutyYear,
  viewStandingDuty,
} from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller, type World } from '../testing/index.ts'
import { closed, dutyOf, evidence, openDutyWorld, tendOnce } from './duties.fixture.ts'

describe('RPT-06 a duty closes only with its evidence', () => {
  let world: World
  let head: Caller
  let service: Caller
  let pm: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    head = await world.as('head')
    service = await world.as('service1')
    pm = await world.as('pm')
  })
  afterAll(() => world.close())
  const close = (caller: Caller, dutyId: string, files = [evidence()]) =>
    caller(closeStandingDuty, { params: { dutyId }, body: { finding: '已复核，两处说明改短' } }, { files })

  it('not without a file, not by somebody else, not with a program dressed up as a paper', async () => {
    const { id } = await dutyOf(head, 'T30a')
    await expectRefusal(close(head, id, []), 'duty.no_evidence')
    await expectRefusal(close(service, id), 'duty.not_yours')
    const program = { field: 'file', file: new Blob(['MZ\u0000\u0001']), name: '报告.pdf' }
    await expectRefusal(close(head, id, [program]), 'file.name_lies')
    await expectRefusal(
      (await world.as('assessor1'))(closeStandingDuty, { params: { dutyId: id }, body: { finding: 'x' } }),
      'request.not_permitted',
    )
    expect(await dutyOf(head, 'T30a')).toMatchObject({ standing: 'open', evidenceCount: 0 })
  })

  it('by its owner, with the hash of what was handed in; a second click changes nothing', async () => {
    const { id } = await dutyOf(head, 'T30a')
    const sent = { params: { dutyId: id }, body: { finding: '已复核' } }
    const once = { files: [evidence('清单复核')], key: 'close-duty-once' }
    await head(closeStandingDuty, sent, once)
    await head(closeStandingDuty, sent, once)
    await expectRefusal(close(head, id), 'lifecycle.not_possible')
    const view = await head(viewStandingDuty, { params: { dutyId: id } })
    const bytes = Buffer.from(await evidence('清单复核').file.arrayBuffer())
    expect(view).toMatchObject({ standing: 'done', finding: '已复核', closedBy: '郑国华', evidenceCount: 1 })
    expect(view.evidence).toMatchObject([
      { fileName: '理赔流程与资料清单复核-2026-Q4-1.pdf', current: true, bytes: bytes.length },
    ])
    expect(view.evidence[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(view.history.map(({ text }) => text)).toEqual(['本期职责生成', '提醒：期限已用 50%', '办结，证明材料 1 份'])
    const file: unknown = await service(getDutyEvidence, { params: { fileId: view.evidence[0]?.fileId ?? '' } })
    expect(file instanceof Blob && Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('CLK-05 and counts in the ledger of promises by the month it was due in', async () => {
    const read = async (query: { institution?: string } = {}) => {
      const { promises, institutions } = await head(promiseLedger, { query: { months: 12, ...query } })
      const lines = promises.filter((one) => ['T30a', 'T33c', 'T29', 'T28'].includes(one.clockId))
      const cells = lines.flatMap((line) =>
        line.cells
          .filter((cell) => cell.kept + cell.broken + cell.running > 0)
          .map((cell) => `${line.clockId} ${line.guarantee} ${cell.month} ${cell.kept}/${cell.broken}/${cell.running}`),
      )
      return { cells: cells.sort(), institutionId: institutions[0]?.id ?? '' }
    }
    const { cells, institutionId } = await read()
    expect(cells).toEqual([
      'T28 G02 2026-11 0/0/1',
      'T29 G06 2026-11 0/0/1',
      'T30a G03 2026-12 1/0/0',
      'T33c G04 2026-03 0/1/0',
    ])
    // They are the company's: under one institution or programme they do not stand.
    expect((await read({ institution: institutionId })).cells).toEqual([])
  })

  it('PRG-10 T31 the half-yearly review of cover and terms has its owner, its report, and comes again', async () => {
    const review = await dutyOf(head, 'T31a')
    expect(review).toMatchObject({ title: '责任范围梳理', periodKey: '2026-H2', dueOn: '2026-12-31', standing: 'open' })
    expect(review.owner?.name).toBeTruthy()
    await expectRefusal(close(pm, review.id, []), 'duty.no_evidence')
    await closed(pm, review.id)
    expect(await dutyOf(head, 'T31a')).toMatchObject({ standing: 'done', evidenceCount: 1 })
    const { guarantees } = await head(standingDutyYear, { params: { year: 2027 } })
    const next = guarantees.flatMap(({ duties }) => duties).find(({ code }) => code === 'T31a')
    expect(next?.dots.map(({ periodKey, dueOn }) => `${periodKey} ${dueOn}`)).toEqual([
      '2027-H1 2027-06-30',
      '2027-H2 2027-12-31',
    ])
  })

  it('by the deputy, and by whoever manages the duties; a period to come cannot be closed', async () => {
    const visit = await dutyOf(service, 'T30b')
    await closed(pm, visit.id)
    const weekly = await dutyOf(service, 'T28', '2026-W48')
    await closed(service, weekly.id)
    world.clock.forward(6 * 86_400_000)
    await tendOnce(world)
    const next = await dutyOf(service, 'T28', '2026-W49')
    await expectRefusal(close(head, next.id), 'duty.not_begun')
    const { duties } = await head(listStandingDuties, { query: { standing: 'done' } })
    expect(duties.map(({ dutyCode }) => dutyCode).sort()).toEqual(['T28', 'T30a', 'T30b', 'T31a'])
  })
})
