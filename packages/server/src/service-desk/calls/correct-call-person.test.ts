import { correctCallPerson, getRequest, linkCall, listCalls, registerRequest } from '@anpei/contract/service-desk'
import { findPersons } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('SRV-03 CUS-01 whose call it was', () => {
  let world: World
  let agent: Caller
  let callId = ''
  let [chen, lin] = ['', '']
  const idOf = async (idNumber: string) => (await agent(findPersons, { body: { q: idNumber } })).items[0]?.id ?? ''
  beforeAll(async () => {
    world = await openWorld()
    const { system, agent: service } = await telephone(world)
    agent = service
    ;[chen, lin] = [await idOf(testPeople.chen.idNumber), await idOf(testPeople.lin.idNumber)]
    const words = [{ what: 'rang' as const, at: after(world, -5) }]
    ;({ callId } = await rings(system, words, { extension: '801', phone: testPeople.chen.phone }))
  })
  afterAll(() => world.close())

  const correct = (who: Caller, body: { personId: string | null; requestToo?: boolean }) =>
    who(correctCallPerson, { params: { callId }, body: { ...body, reason: '是邻居借的电话' } })

  it('is put right with its reason; the recording goes along, and the request when it is said so', async () => {
    const body = { kind: 'enquiry', channel: 'phone', text: '怎么领', personId: chen, contact: { name: '陈' } } as const
    const request = await agent(registerRequest, { body })
    await agent(linkCall, { params: { callId }, body: { requestId: request.id } })
    await arrange(
      world,
      `insert into document (tenant_id, id, subject_kind, subject_id, person_id, kind, title, channel, file_ids,
         received_at, recorded_at) values (1, gen_random_uuid(), 'call', $1, $2, 'recording', '录音', 'phone', '{}',
         now(), now())`,
      [callId, chen],
    )
    const holder = async () =>
      (await arrange(world, `select person_id from document where subject_id = $1`, [callId]))[0]?.['person_id']
    await expectRefusal(correct(agent, { personId: chen }), 'desk.call_person_same')
    await expectRefusal(correct(await world.as('sponsor'), { personId: lin }), 'request.not_permitted')
    expect((await correct(agent, { personId: lin })).person?.id).toBe(lin)
    expect(await holder()).toBe(lin)
    const asked = () => agent(getRequest, { params: { requestId: request.id } })
    expect((await asked()).person?.id).toBe(chen)
    await correct(agent, { personId: null })
    expect(await holder()).toBeNull()
    await correct(agent, { personId: lin, requestToo: true })
    expect((await asked()).person?.id).toBe(lin)
    const told = await arrange(world, `select reason from event where name = 'call.person_corrected' order by id`)
    expect(told).toHaveLength(4)
    expect(told[0]).toMatchObject({ reason: '是邻居借的电话' })
    const { items } = await agent(listCalls, { query: { show: 'all' } })
    expect(items[0]?.can).toContain('correct')
  })
})
