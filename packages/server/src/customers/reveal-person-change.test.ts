import {
  confirmPersonChange,
  listPersonChanges,
  proposePersonChange,
  revealPersonChange,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('ORG-05 CUS-08 whoever checks a correction', () => {
  it('sees the values whole, with a reason that is kept; another does not, and later nobody', async () => {
    const personId = await personIdOf(world, 'zhou')
    const [service, head] = await Promise.all([world.as('service1'), world.as('head')])
    const address = '峡山街道华光居委会东巷395号'
    const particulars = { phone: '13855556666', address, villageCode: '440514105001' }
    const { id } = await service(proposePersonChange, { params: { personId }, body: { particulars, reason: '来电' } })
    const sent = { params: { changeId: id }, body: { reason: '对照来电录音' } }
    const { fields } = await head(revealPersonChange, sent)
    expect(fields).toContainEqual(expect.objectContaining({ field: 'phone', title: '电话', after: '13855556666' }))
    expect(fields).toContainEqual(expect.objectContaining({ field: 'address', after: address }))
    const village = expect.objectContaining({ field: 'villageCode', after: expect.stringContaining('陈店镇') })
    expect(fields).toContainEqual(village)
    const { items } = await head(listPersonChanges, { query: {} })
    expect(items[0]?.fields).toContainEqual(village)
    expect(await eventsNamed(world, 'person.revealed')).toMatchObject([{ look: true, reason: '对照来电录音' }])
    await expectRefusal(service(revealPersonChange, sent), 'request.not_permitted')
    await head(confirmPersonChange, { params: { changeId: id }, body: {} })
    await expectRefusal(head(revealPersonChange, sent), 'request.not_found')
  })

  it('ORG-05 a list of corrections holds none of people who are not for the reader to see', async () => {
    const [service, outlet] = await Promise.all([world.as('service1'), world.as('outlet1')])
    expect((await service(listPersonChanges, { query: {} })).items).toHaveLength(1)
    const seen = await outlet(listPersonChanges, { query: {} })
    expect(seen.items).toEqual([])
  })
})
