import { listNoticeSample } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

describe('NTF-04 a month’s sample', () => {
  let world: World
  let compliance: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
  })
  afterAll(() => world.close())

  it('is empty before it is drawn, and seen by those who compare', async () => {
    const query = { month: '2026-11' }
    expect(await compliance(listNoticeSample, { query })).toEqual({
      month: '2026-11',
      items: [],
      agreeing: 0,
      differing: 0,
    })
    const service = await world.as('service1')
    await expectRefusal(service(listNoticeSample, { query }), 'request.not_permitted')
  })
})
