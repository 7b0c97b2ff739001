import { endCareMark, recordCareMark } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-04 a care mark that is over', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is ended only by those who may write care, in their area, and once', async () => {
    const personId = await personIdOf(world, 'lin')
    const service = await world.as('service1')
    const body = { mark: 'hearing', source: 'seen', fromOn: '2026-01-01' } as const
    const markId = (await service(recordCareMark, { params: { personId }, body })).marks[0]?.id ?? ''
    const end = { params: { markId }, body: { endedOn: '2026-01-01' } }
    await expectRefusal((await world.as('finance1'))(endCareMark, end), 'request.not_permitted')
    expect((await service(endCareMark, end)).marks).toMatchObject([{ endedOn: '2026-01-01', endedBy: '李燕玲' }])
    expect(await eventsNamed(world, 'care.mark_ended')).toMatchObject([{ person_id: personId }])
  })
})
