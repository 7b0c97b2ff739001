import { findPersons, personTimeline } from '@anpei/contract/customers'
import { listDeskColleagues, registerRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { look, told } from './desk.fixture.ts'

describe('SRV-01 written down once, with one number and one owner', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is owned by who wrote it down, and counts from when it reached us', async () => {
    const { items } = await agent(findPersons, { body: { q: testPeople.chen.name } })
    const personId = items[0]?.id ?? ''
    const receivedAt = new Date(Date.parse(world.clock.now()) - 7_200_000).toISOString()
    const policy = { insurer: '外地财险', line: 'motor', number: 'PDAA1', holder: '陈先生' } as const
    const id = await told(agent, { channel: 'letter', personId, receivedAt, policy, contact: {} })
    const view = await look(agent, id)
    expect(view).toMatchObject({
      state: 'taken',
      owner: { name: '李燕玲' },
      person: { name: '陈秀英' },
      contact: { phoneMasked: '138****0001' },
      policy,
      receivedAt,
      recordedAt: world.clock.now(),
      dueAt: new Date(Date.parse(receivedAt) + 86_400_000).toISOString(),
    })
    expect(view.messages).toMatchObject([{ author: '客户（李燕玲代记）', text: '津贴怎么领？', direction: 'in' }])
  })

  it('SRV-02: a letter keeps its postmark and number; a wrong one is refused, and a date without a sheet', async () => {
    const origin = { postmarkOn: '2026-03-01', trackingNo: 'EA123456789CN', sheetNo: '', sender: '', answerBy: null }
    const receivedAt = '2026-03-02T00:30:00.000Z'
    const id = await told(agent, { channel: 'letter', receivedAt, origin })
    expect((await look(agent, id)).origin).toEqual(origin)
    const later = told(agent, { channel: 'letter', receivedAt, origin: { ...origin, postmarkOn: '2026-03-03' } })
    await expectRefusal(later, 'desk.postmark_after_receipt')
    const sheetless = told(agent, { channel: 'regulator', receivedAt, origin: { answerBy: '2026-03-09' } })
    await expectRefusal(sheetless, 'desk.sheet_number_missing')
  })

  it('SRV-02: an e-mail written down by hand is answered where it came from; no address is refused', async () => {
    const id = await told(agent, { channel: 'email', contact: { name: '陈先生', email: 'chen@example.com' } })
    expect((await look(agent, id)).answerBy[0]).toMatchObject({
      channel: 'email',
      to: expect.stringContaining('@example.com'),
    })
    const wrong = told(agent, { channel: 'email', contact: { name: '陈先生', email: 'chen' } })
    await expectRefusal(wrong, 'request.malformed')
  })

  it('SRV-02: what lies in a box is entered by the two who open it, not by one at the desk', async () => {
    await expectRefusal(told(agent, { channel: 'box' }), 'desk.box_opened_by_two')
  })

  it('a tip is sealed at once, also from who wrote it down', async () => {
    const personId = (await agent(findPersons, { body: { q: testPeople.chen.name } })).items[0]?.id ?? ''
    const id = await told(agent, { kind: 'tip', personId, text: '有人代领津贴' })
    await expectRefusal(look(agent, id), 'request.not_found')
    const head = await world.as('deskhead')
    expect(await look(head, id)).toMatchObject({ kind: 'tip', confidential: true })
    const onLine = async (who: Caller) =>
      (await who(personTimeline, { params: { personId }, query: {} })).items.some((one) => one.subject.id === id)
    expect([await onLine(agent), await onLine(head)]).toEqual([false, true])
  })

  it('CMP-05: a tip is kept from the superior of whom it concerns as well', async () => {
    const { items } = await agent(listDeskColleagues, { query: {} })
    const concernedIds = items.filter((one) => one.name === '李燕玲').map((one) => one.id)
    const compliance = await world.as('compliance')
    const id = await told(agent, { kind: 'tip', concernedIds, text: '李燕玲收红包' })
    expect(await look(compliance, id)).toMatchObject({ kind: 'tip' })
    // Of the same department.
    await expectRefusal(look(await world.as('deskhead'), id), 'request.not_found')
  })

  it('CUS-11, T42: nobody sees what is about himself; a complaint that is not registered keeps a promise', async () => {
    const head = await world.as('deskhead')
    const { items } = await head(listDeskColleagues, { query: {} })
    const concernedIds = items.filter((one) => one.name === '陈静仪').map((one) => one.id)
    const id = await told(agent, { kind: 'complaint', concernedIds })
    await expectRefusal(look(head, id), 'request.not_found')
    const { kind, clocks } = await look(agent, id)
    expect([kind, clocks.map((one) => one.id)]).toEqual(['complaint', ['T42']])
  })

  it('refuses a receipt in the future, a person that is not there, and those without the post', async () => {
    const body = { kind: 'enquiry', channel: 'phone', text: '问', contact: {} } as const
    const receivedAt = new Date(Date.parse(world.clock.now()) + 60_000).toISOString()
    await expectRefusal(agent(registerRequest, { body: { ...body, receivedAt } }), 'desk.received_in_future')
    const personId = '01936f00-0000-7000-8000-000000000001'
    await expectRefusal(agent(registerRequest, { body: { ...body, personId } }), 'request.not_found')
    await expectRefusal((await world.as('finance1'))(registerRequest, { body }), 'request.not_permitted')
  })
})
