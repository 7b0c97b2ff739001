import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { lockClaim } from './store-claims.ts'

describe('CLM-10 two people at once', () => {
  let world: World
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    claimId = await opened(await world.as('service1'), testPeople.wu)
  })
  afterAll(() => world.close())

  it('who waited for the lock sees the lines as the other one left them', async () => {
    const self = systemActor(1, 'test')
    const held = Promise.withResolvers<undefined>()
    const first = systemWrite(world.app, self, async (tx) => {
      await lockClaim(tx, claimId, 'claim.review')
      held.resolve(undefined)
      await pause(300)
      await sql`update claim_line set payable_fen = 777 where tenant_id = 1 and claim_id = ${claimId}`.execute(tx.db)
    })
    await held.promise
    const second = await systemWrite(world.app, self, (tx) => lockClaim(tx, claimId, 'claim.review'))
    await first
    expect(second.ok && second.value.lines.map((line) => line.payableFen)).toEqual([777n])
  })
})
