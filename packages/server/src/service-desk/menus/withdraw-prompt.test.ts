import { listPrompts, withdrawPrompt } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { inUse } from './menus.fixture.ts'

describe('SRV-02 a prompt that no plan needs', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is withdrawn, once, by who leads the desk', async () => {
    const promptId = await inUse(world, { line: 'elder', words: '阿伯阿姆好' })
    const call = { params: { promptId }, body: { reason: '换声音' } }
    await expectRefusal((await world.as('service1'))(withdrawPrompt, call), 'request.not_permitted')
    const lead = await world.as('deskhead')
    const gone = await lead(withdrawPrompt, call)
    expect(gone).toMatchObject({ inForce: false, can: [], withdrawnAt: expect.any(String) })
    expect((await lead(withdrawPrompt, call)).withdrawnAt).toBe(gone.withdrawnAt)
    expect((await lead(listPrompts, { query: { withdrawn: 'yes' } })).items.map(({ id }) => id)).toEqual([promptId])
    const nobody = { ...call, params: { promptId: '0190f5a0-0000-7000-8000-0000000000ab' } }
    await expectRefusal(lead(withdrawPrompt, nobody), 'request.not_found')
  })
})
