import { declareMajor, getMajor, listComplaints, listMajorPeople } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { complained, look } from '../complaints.fixture.ts'
import { commandOf, crowd, type Major } from './major.fixture.ts'

describe('CMP-12, CMP-01 a major complaint is declared', () => {
  let of: Major
  beforeAll(async () => {
    of = await crowd()
  })
  afterAll(() => of.world.close())

  it('thirty people face to face are proposed by themselves; the first report is awaited from then on', async () => {
    expect(await of.look()).toMatchObject({ state: 'proposed', leader: null, can: ['declare', 'askLift'] })
    const before = await look(of.head, of.params.complaintId)
    const first = before.clocks.find((one) => one.id === 'M01')
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(before.recordedAt)).toBe(2 * 3_600_000)
    const body = await commandOf(of.world)
    const declare = (change: object) =>
      of.coordinator(declareMajor, { params: of.params, body: { ...body, ...change } })
    await expectRefusal(declare({ spokespersonCount: 6 }), 'complaint.too_many_spokespersons')
    await expectRefusal(declare({ receptionArea: '' }), 'complaint.major_place_missing')
    const twice = { leaderId: body.reportsToId }
    await expectRefusal(declare(twice), 'complaint.major_command')
    await expectRefusal(declare({ reportsToId: await staffId(of.world, 'service1') }), 'complaint.major_receiver')
    const { items } = await of.coordinator(listMajorPeople, { params: of.params })
    const receivers = items.filter((one) => one.mayReceive).map((one) => one.name)
    expect(receivers.sort()).toEqual(['方俊杰', '沈丽华', '钟奕彬', '陈总'])
    await expectRefusal(declare({ leaderId: await staffId(of.world, 'admin') }), 'complaint.major_person')
    await declare({})
    expect(await of.look()).toMatchObject({ state: 'declared', reason: '', leader: { id: body.leaderId } })
    const after = await look(of.head, of.params.complaintId)
    const legal = (view: typeof after) => view.clocks.find((one) => one.id === 'L06')?.dueAt
    expect(legal(after)).toBe(legal(before))
    expect(after.clocks.filter((one) => one.id === 'M01')).toHaveLength(1)
  })

  it('another one only with a reason; the list finds them', async () => {
    const { id } = await complained(await of.world.as('service1'))
    const params = { complaintId: id }
    const body = { ...(await commandOf(of.world)), peopleCount: 1, spokespersonCount: 1 }
    await expectRefusal(of.coordinator(declareMajor, { params, body }), 'complaint.major_reason_missing')
    await of.coordinator(declareMajor, { params, body: { ...body, reason: '媒体已经报道' } })
    const { items } = await of.head(listComplaints, { query: { whose: 'all', major: 'yes' } })
    expect(items.map((one) => one.id).sort()).toEqual([id, of.params.complaintId].sort())
  })

  it('CMP-05: whoever is complained about is not offered, is not taken and finds nothing of it', async () => {
    const concernedIds = [await staffId(of.world, 'handler1')]
    const { id } = await complained(await of.world.as('service1'), { concernedIds })
    const params = { complaintId: id }
    const { items } = await of.coordinator(listMajorPeople, { params })
    expect(items.map((one) => one.id)).not.toContain(concernedIds[0])
    const head = await staffId(of.world, 'complainthead')
    expect(items.find((one) => one.id === head)).toMatchObject({ mayAct: false })
    const body = { ...(await commandOf(of.world)), reason: '扬言上访' }
    await expectRefusal(of.coordinator(declareMajor, { params, body }), 'complaint.assignee_recused')
    await expectRefusal(of.handler(getMajor, { params }), 'request.not_found')
  })
})
