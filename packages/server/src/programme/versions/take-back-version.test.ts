import { submitVersion, takeBackVersion } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-01 taking a version back', () => {
  it('makes it a draft again', async () => {
    const manager = await world.as('pm')
    const { id } = await newDraft(world, '2027-10-01')
    const params = { versionId: id }
    await expectRefusal(manager(takeBackVersion, { params }), 'lifecycle.not_possible')
    await manager(submitVersion, { params })
    expect((await manager(takeBackVersion, { params })).state).toBe('draft')
  })
})
