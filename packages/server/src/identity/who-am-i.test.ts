import { whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'

describe('ORG-04 who is signed in', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is somebody of one tenant, with the permissions of the roles held', async () => {
    const broker = await world.signIn('broker1')
    expect(await broker(whoAmI, {})).toMatchObject({
      kind: 'staff',
      post: '协助理赔专员',
      tenant: { id: 2, kind: 'broker' },
    })
  })

  it('is nobody where no session is sent, and after twelve hours', async () => {
    expect((await world.anyone(whoAmI, {})).kind).toBe('nobody')
    const service = await world.signIn('service1')
    world.clock.forward(12 * 3_600_000)
    expect((await service(whoAmI, {})).kind).toBe('nobody')
  })
})
