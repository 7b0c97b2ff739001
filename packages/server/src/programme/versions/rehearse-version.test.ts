import { getVersion, rehearseVersion } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'
import { newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-08 starting a rehearsal', () => {
  it('runs in the background and is found again in the version', async () => {
    const manager = await world.as('pm')
    const { id } = await newDraft(world, '2027-10-01')
    const params = { versionId: id }
    expect((await manager(rehearseVersion, { params })).rehearsal).toMatchObject({
      task: { state: 'waiting' },
      result: null,
    })
    await world.runJobs()
    const { rehearsal } = await manager(getVersion, { params })
    expect(rehearsal).toMatchObject({ task: { state: 'done' }, result: { changedCount: 0, changedPromises: [] } })
    const published = (await programmeOf(world)).versions.find((version) => version.state === 'published')?.id ?? ''
    await expectRefusal(
      manager(rehearseVersion, { params: { versionId: published } }),
      'programme.published_never_changes',
    )
  })
})
