import { whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'
import { forgetActors } from './authenticate.ts'

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

  it('is asked once for requests that come together, and again after something was changed', async () => {
    const service = await world.signIn('service1')
    const asked = vi.spyOn(world.app.pool.raw, 'query')
    const ofSession = () => asked.mock.calls.filter(([text]) => String(text).includes('session_by_token')).length
    const together = () => Promise.all([1, 2, 3].map(() => service(whoAmI, {})))
    forgetActors()
    expect((await together()).map((one) => one.kind)).toEqual(['staff', 'staff', 'staff'])
    expect(ofSession()).toBe(1)
    await together()
    expect(ofSession()).toBe(1)
    forgetActors()
    await together()
    expect(ofSession()).toBe(2)
    asked.mockRestore()
  })
})
