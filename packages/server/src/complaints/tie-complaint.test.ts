import { tieComplaint } from '@anpei/contract/complaints'
import { findPersons } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

type Body = NonNullable<Sent<typeof tieComplaint>['body']>
const { chen, lin } = testPeople

describe('CMP-01, CMP-02 a complaint that came without a person is tied to one', () => {
  let world: World
  let service: Caller
  let desk: Caller
  let known: Body
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
    const [person] = (await service(findPersons, { body: { q: chen.idNumber } })).items
    const idTail = chen.idNumber.slice(-4)
    known = { personId: person?.id ?? '', heard: ['name'], idTail, representation: 'self', reason: '来电核对' }
  })
  afterAll(() => world.close())
  const tie = (complaintId: string, body: Body, by = service) => by(tieComplaint, { params: { complaintId }, body })

  it('once two things were said right: the machine compares, and nothing wrong ties', async () => {
    const { id } = await complained(service, { complainant: { phone: '13800020001' } })
    expect(await look(desk, id)).toMatchObject({ person: null, missing: [{ item: 'name' }] })
    await expectRefusal(tie(id, { ...known, heard: [] }), 'callback.identity_thin')
    await expectRefusal(tie(id, { ...known, idTail: lin.idNumber.slice(-4) }), 'complaint.identity_wrong')
    await tie(id, known)
    const seen = await look(desk, id)
    expect(seen).toMatchObject({
      person: { name: chen.name, careHints: [expect.stringContaining('慢慢说')] },
      missing: [],
      mayHearPersonal: true,
    })
    expect(seen.timeline.at(-1)).toMatchObject({ title: '关联被保险人（赔案），已核对身份', reason: '来电核对' })
    await expectRefusal(tie(id, known), 'complaint.tied_already')
  })

  it('a family that stood there as the person themselves: the mandate is missing from then on', async () => {
    const { id } = await complained(service)
    await tie(id, { ...known, representation: 'proxy', relation: '女儿' })
    expect(await look(desk, id)).toMatchObject({
      representation: 'proxy',
      complainant: { relation: '女儿' },
      missing: [{ item: 'mandate' }],
      mayHearPersonal: false,
    })
  })

  it('not by whoever is concerned, and not to somebody nobody of ours may see', async () => {
    const { id } = await complained(service, { concernedIds: [await staffId(world, 'handler1')] })
    await expectRefusal(tie(id, known, await world.as('handler1')), 'request.not_found')
    const stranger = { ...known, personId: '01936f00-0000-7000-8000-000000000001' }
    await expectRefusal(tie(id, stranger), 'request.not_found')
  })
})
