import { listComplaints, registerComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../testing/index.ts'

const matter = { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。', remedy: '' }

describe('CMP-01, CMP-02 a complaint is written down', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('has a number and a place in the list, and CMP-05 is not there for the one it is about', async () => {
    const service = await world.as('service1')
    const phone = '13800001234'
    const concernedIds = [await staffId(world, 'assessor1'), await staffId(world, 'handler1')]
    const made = await service(registerComplaint, {
      body: { channel: 'phone', complainant: { name: '陈投诉', phone }, matter, concernedIds },
    })
    expect(made).toMatchObject({ state: 'received', stateWord: '已登记' })
    expect(made.complaintNo).toMatch(/^T\d{12}$/)
    const listed = await (await world.as('complainthead'))(listComplaints, { query: { q: phone } })
    expect(listed.items).toMatchObject([{ complaintNo: made.complaintNo, name: '陈投诉', channelWord: '客服电话' }])
    const other = await (await world.as('handler2'))(listComplaints, { query: { q: made.complaintNo } })
    expect(other.items).toHaveLength(1)
    const concerned = await (await world.as('handler1'))(listComplaints, { query: { q: made.complaintNo } })
    expect(concerned).toMatchObject({ items: [], total: 0 })
  })

  it('refuses a receipt that lies ahead', async () => {
    const service = await world.as('service1')
    const receivedAt = '2999-01-01T00:00:00.000Z'
    await expectRefusal(
      service(registerComplaint, { body: { channel: 'letter', receivedAt, matter } }),
      'complaint.received_in_future',
    )
  })
})
