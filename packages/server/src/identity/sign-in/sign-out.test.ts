import { signOut, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('ORG-04 the end of a session', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts nowhere any more once it is closed; others of the same person go on', async () => {
    const [desk, home] = [await world.signIn('service1'), await world.signIn('service1')]
    await desk(signOut, {})
    expect((await desk(whoAmI, {})).kind).toBe('nobody')
    expect((await home(whoAmI, {})).kind).toBe('staff')
    await expectRefusal(desk(signOut, {}), 'request.sign_in_first')
  })
})
