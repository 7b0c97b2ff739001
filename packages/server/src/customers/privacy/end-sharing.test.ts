import { decideSharingEntry, endSharing } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { sharing } from './sharing.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-09 the end of sharing', () => {
  it('stops what runs; what waits is sent back instead', async () => {
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const waiting = await sharing(gm)
    const body = { reason: '合作结束' }
    const early = compliance(endSharing, { params: { entryId: waiting.id }, body })
    await expectRefusal(early, 'lifecycle.not_possible')
    await compliance(decideSharingEntry, { params: { entryId: waiting.id }, body: { approve: true } })
    const ended = await compliance(endSharing, { params: { entryId: waiting.id }, body })
    expect(ended).toMatchObject({ state: 'ended', inForce: false, comment: '合作结束', can: [] })
  })
})
