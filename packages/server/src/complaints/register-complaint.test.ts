import { getKnownForComplaint, listComplaints, registerComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, opened, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { complained, look, paper } from './complaints.fixture.ts'

const matter = { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。', remedy: '' }

describe('CMP-01, CMP-02 a complaint is written down', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('has a number and a place in the list, and CMP-05 is not there for the one it is about', async () => {
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

  it('the same words of the same person make no second one', async () => {
    const complainant = { name: '林重复', phone: '13800005555' }
    const made = await complained(service, { complainant, matter })
    const problem = await expectRefusal(complained(service, { complainant, matter }), 'complaint.already_registered')
    expect(problem.message).toContain(made.complaintNo)
  })

  it('CMP-05: whoever it is about is not told its number by writing the same words down', async () => {
    const complainant = { name: '林重复', phone: '13800005556' }
    const concernedIds = [await staffId(world, 'deskhead')]
    const made = await complained(service, { complainant, matter, concernedIds })
    const again = await complained(await world.as('deskhead'), { complainant, matter })
    expect(again.complaintNo).not.toBe(made.complaintNo)
  })

  it('refuses a receipt that lies ahead; L06: a paper of last week runs from its receipt', async () => {
    const ahead = { channel: 'letter', receivedAt: '2999-01-01T00:00:00.000Z' } as const
    await expectRefusal(complained(service, ahead), 'complaint.received_in_future')
    const receivedAt = new Date(Date.parse(world.clock.now()) - 7 * 86_400_000).toISOString()
    const early = { channel: 'letter', receivedAt, postmarkedOn: world.clock.now().slice(0, 10) } as const
    await expectRefusal(complained(service, early), 'complaint.received_before_postmark')
    const { id } = await complained(service, { channel: 'letter', receivedAt, postmarkedOn: receivedAt.slice(0, 10) })
    const { clocks, ...view } = await look(desk, id)
    expect(view).toMatchObject({ receivedAt, recordedAt: world.clock.now(), postmarkedOn: receivedAt.slice(0, 10) })
    expect(clocks.find((one) => one.id === 'L06')).toMatchObject({ startedAt: receivedAt, kind: 'statutory' })
  })

  it('an expired mandate is refused with its day; one that is missing is noted, and the complaint stands', async () => {
    const proxy = { representation: 'proxy', matter } as const
    const problem = await expectRefusal(
      complained(service, { ...proxy, mandateUntil: '2020-01-01' }, [paper()]),
      'complaint.mandate_expired',
    )
    expect(problem.message).toContain('2020-01-01')
    const without = await complained(service, proxy)
    expect((await look(desk, without.id)).missing).toMatchObject([{ item: 'mandate' }])
    const whole = await complained(service, { ...proxy, mandateUntil: '2030-01-01' }, [paper()])
    const view = await look(desk, whole.id)
    expect(view).toMatchObject({ missing: [], mandateFiles: [{ mediaType: 'image/png' }] })
  })

  it('heirs bring what shows them; until then it is missing', async () => {
    const { id } = await complained(service, { representation: 'heir', matter })
    expect((await look(desk, id)).missing.map((one) => one.item)).toEqual(['heir_proof'])
  })

  it('five speak for thirty: a major complaint; six are refused; thirty by letter are none', async () => {
    const group = { representation: 'group', channel: 'counter', peopleCount: 30, spokespersonCount: 5 } as const
    const area = { receptionArea: '一楼投诉接待室', areaRecorded: true }
    const { id } = await complained(service, { ...group, ...area, matter: { facts: '三十人一起来' } })
    expect(await look(desk, id)).toMatchObject({ major: true, peopleCount: 30, ...area })
    await expectRefusal(complained(service, { ...group, spokespersonCount: 6 }), 'complaint.too_many_spokespersons')
    await expectRefusal(complained(service, { ...group, peopleCount: 1 }), 'complaint.people_count')
    const letter = await complained(service, { ...group, channel: 'letter', spokespersonCount: 30 })
    expect((await look(desk, letter.id)).major).toBe(false)
  })

  it('one without a name is taken, and nothing is missing because of it', async () => {
    const { id } = await complained(service, { representation: 'anonymous', complainant: { name: '某人' }, matter })
    expect(await look(desk, id)).toMatchObject({ complainant: { name: '' }, missing: [] })
  })

  it('a complaint about the coordinator goes to the superior, who may check it although in the line', async () => {
    const concernedIds = [await staffId(world, 'coordinator1')]
    const { id } = await complained(service, { concernedIds })
    const head = await world.as('complainthead')
    expect(await look(head, id)).toMatchObject({ coordinator: { name: '方俊杰' }, recused: '是被投诉人的上级' })
    expect((await look(head, id)).can).toEqual(expect.arrayContaining(['check']))
    await expectRefusal(look(desk, id), 'request.not_found')
  })

  it('tells what we hold; broken promises of the claim go into its file by themselves (CMP-06)', async () => {
    const claimId = await opened(await world.as('assessor1'), testPeople.chen)
    world.clock.forward(60 * 86_400_000)
    service = await world.as('service1')
    desk = await world.as('coordinator1')
    const known = await service(getKnownForComplaint, { query: { claimId } })
    expect(known).toMatchObject({ person: { name: '陈秀英' }, claims: [{ id: claimId }] })
    expect(known.policies.length).toBeGreaterThan(0)
    expect(known.claims[0]?.broken.length).toBeGreaterThan(0)
    expect(known.held.map((one) => one.item)).toEqual(expect.arrayContaining(['policy', 'identity', 'contact']))
    const { id } = await complained(service, { claimId, complainant: {} })
    const view = await look(desk, id)
    expect(view).toMatchObject({ person: { name: '陈秀英' }, claim: { id: claimId }, missing: [] })
    expect(view.person?.phoneMasked).toMatch(/^1\d\d\*{4}\d{4}$/)
    expect(view.entries.map((one) => one.kind)).toEqual(['broken_promise'])
  })
})
