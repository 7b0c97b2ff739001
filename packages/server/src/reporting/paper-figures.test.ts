import { addPapers, askSupplement, completeFile, createReport, getClaim, judgePapers } from '@anpei/contract/claims'
import { viewStandingDuty } from '@anpei/contract/reporting'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPeople, type World } from '../testing/index.ts'
import { dutyOf, openDutyWorld } from './duties.fixture.ts'

describe('CLM-03 T30 figures of the document list', () => {
  let world: World
  beforeAll(async () => {
    world = await openDutyWorld()
  })
  afterAll(() => world.close())

  it('counts per document what came, was asked for and rejected, beside the length of the lists', async () => {
    const [service, assessor, head] = [await world.as('service1'), await world.as('assessor1'), await world.as('head')]
    const { id } = await dutyOf(head, 'T30a')
    const params = { dutyId: id }
    const figures = async () => (await head(viewStandingDuty, { params })).paperFigures
    const before = await figures()
    expect(before?.papers).toEqual([])
    expect(before?.lists.find((list) => list.kind === '住院津贴')?.required).toBeGreaterThan(3)

    const { chen } = testPeople
    const report = await service(createReport, {
      body: {
        statedName: chen.name,
        statedIdNumber: chen.idNumber,
        channel: 'hotline',
        register: true,
        reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    const claimId = report.claims[0]?.id ?? ''
    const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const file = new Blob([new Uint8Array(jpeg)])
    const { documents } = await service(getClaim, { params: { claimId } })
    const codes = documents.filter((item) => item.required).map((item) => item.code)
    const files = codes.map((code) => ({ field: `file:${code}`, file, name: 'a.jpg' }))
    await service(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files })
    await service(completeFile, { params: { claimId } })
    const items = (await assessor(getClaim, { params: { claimId } })).documents
    await assessor(judgePapers, {
      params: { claimId },
      body: {
        verdicts: items.flatMap((item) =>
          item.papers.map((paper) => {
            const good = item.code !== 'expense_list'
            const checks = { real: true, complete: good, compliant: true }
            return {
              documentId: paper.id,
              verdict: good ? ('accepted' as const) : ('rejected' as const),
              reason: good ? '' : '看不清',
              checks,
            }
          }),
        ),
      },
    })
    await assessor(askSupplement, {
      params: { claimId },
      body: { items: [{ code: 'expense_list', why: '看不清' }] },
    })

    const after = await figures()
    expect(after?.papers[0]).toMatchObject({ code: 'expense_list', received: 1, asked: 1, again: 0, rejected: 1 })
    expect(after?.papers).toHaveLength(codes.length)
    expect(
      (await head(viewStandingDuty, { params: { dutyId: (await dutyOf(head, 'T30b')).id } })).paperFigures,
    ).toBeNull()
  })
})
