import { listComplaints, supplementComplaint, turnComplaintToTip } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { complained } from './complaints.fixture.ts'
import { newCode } from './tips/tips.fixture.ts'

describe('CMP-02, CMP-05, CUS-08 a complaint is found by who complains, as every matter is', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())
  const found = async (q: string, by = desk): Promise<string[]> =>
    (await by(listComplaints, { query: { whose: 'all', q } })).items.map((one) => one.complaintNo)

  it('by name, part of a name, telephone and number, though none of it lies open', async () => {
    const { id, complaintNo } = await complained(service, { complainant: { name: '欧阳小芳', phone: '13800030001' } })
    for (const q of ['欧阳小芳', '欧阳', '小芳', '138 0003 0001', complaintNo.toLowerCase()])
      expect(await found(q), q).toEqual([complaintNo])
    for (const q of ['欧阳大芳', '芳小', '13800030002']) expect(await found(q), q).toEqual([])
    // Her name was misheard.
    await service(supplementComplaint, { params: { complaintId: id }, body: { name: '区小芳' } })
    expect(await found('区小芳')).toEqual([complaintNo])
    expect(await found('欧阳')).toEqual([])
  })

  it('a name that several carry: page by page in either order, counted on the first', async () => {
    const made: string[] = []
    for (const phone of ['13800030011', '13800030012', '13800030013'])
      made.push((await complained(service, { complainant: { name: '上官同名', phone } })).complaintNo)
    for (const sort of ['due', 'newest'] as const) {
      const seen: string[] = []
      const totals: (number | null)[] = []
      for (let cursor: string | undefined; seen.length < 3; ) {
        const page = await desk(listComplaints, { query: { whose: 'all', q: '上官', sort, limit: 2, cursor } })
        seen.push(...page.items.map((one) => one.complaintNo))
        totals.push(page.total)
        cursor = page.nextCursor ?? undefined
        if (!cursor) break
      }
      expect(seen.toSorted(), sort).toEqual(made.toSorted())
      expect(totals, sort).toEqual([3, null])
    }
    const nobody = await desk(listComplaints, { query: { whose: 'all', q: '无此人名' } })
    expect(nobody).toMatchObject({ items: [], total: 0 })
  })

  it('whoever is concerned finds nothing by any of it, nor is anything left once it was a 举报', async () => {
    const concernedIds = [await staffId(world, 'handler1')]
    const complainant = { name: '司徒明', phone: '13800030003' }
    const { id, complaintNo } = await complained(service, { complainant, concernedIds })
    const concerned = await world.as('handler1')
    const asked = ['司徒明', '司徒', complainant.phone, complaintNo]
    for (const q of asked) expect(await found(q, concerned), q).toEqual([])
    expect(await found('司徒明', await world.as('handler2'))).toEqual([complaintNo])
    await desk(turnComplaintToTip, { params: { complaintId: id }, body: { code: newCode() } })
    for (const q of asked) expect(await found(q), q).toEqual([])
    expect(await arrange(world, 'select 1 from complaint_name_gram where complaint_id = $1', [id])).toEqual([])
  })
})
