import { createApiKey, listApiKeys, revokeApiKey, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice } from '../staff-world.fixture.ts'

describe('OPS-01 a key revoked', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts no more, at once; its name is free again', async () => {
    const { admin } = await openOffice(world)
    const body = { name: '对接', permissions: ['board.read' as const], expiresAt: null }
    const { id, key } = await admin(createApiKey, { body })
    const program = world.with({ authorization: `Bearer ${key}` })
    expect((await program(whoAmI, {})).kind).toBe('api_key')
    await admin(revokeApiKey, { params: { id } })
    expect((await program(whoAmI, {})).kind).toBe('nobody')
    await expectRefusal(admin(revokeApiKey, { params: { id } }), 'request.not_found')
    await admin(createApiKey, { body })
    expect((await admin(listApiKeys, {})).items.map((item) => item.live)).toEqual([true, false])
  })
})
