import { finishOidc, startOidc } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('ORG-04 without a provider', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('offers none, and finishes none', async () => {
    expect(await world.anyone(startOidc, {})).toEqual({ url: null })
    await expectRefusal(world.anyone(finishOidc, { body: { search: '?code=1&state=2' } }), 'identity.oidc_not_set_up')
  })
})
