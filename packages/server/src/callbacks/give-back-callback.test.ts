import { giveBackCallback, takeCallback } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { identified, openCallbacks, tries, type Desk } from './callbacks.fixture.ts'

describe('CBK-01 put back for whoever is free', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('by who has it; another may take it then, and asks anew who is on the telephone', async () => {
    const params = { callbackId: await identified(desk) }
    await expectRefusal(desk.head(giveBackCallback, { params }), 'callback.not_yours')
    expect(await desk.clerk(giveBackCallback, { params })).toMatchObject({ state: 'owed' })
    await expectRefusal(tries(desk.clerk, params.callbackId), 'callback.not_yours')
    expect(await desk.head(takeCallback, { params })).toMatchObject({ state: 'contacting' })
  })
})
