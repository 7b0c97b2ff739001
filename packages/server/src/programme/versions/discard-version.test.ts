import {
  discardVersion,
  getVersion,
  listProgrammes,
  openProgramme,
  submitVersion,
  takeBackVersion,
  type VersionView,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { newDraft, openedChange } from '../../testing/versions.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reason = '录错了，重新建'

describe('PRG-01 discarding a draft', () => {
  it('takes a programme opened by mistake with it: the code and the name are free again', async () => {
    const manager = await world.as('pm')
    const body = {
      code: 'haojiang',
      name: '濠江区长者意外险',
      rosterMode: 'listed',
      copyOf: null,
      startsOn: '2026-11-01',
      district: '汕头市濠江区户籍',
      minAge: 60,
      perHeadFen: 1200,
      plannedHeads: 5000,
      source: '采购合同 2026-118',
    } as const
    const open = async (): Promise<VersionView> => manager(openProgramme, { body })
    const params = { versionId: (await open()).id }
    await expectRefusal((await world.as('head'))(discardVersion, { params, body: { reason } }), 'request.not_permitted')
    await manager(discardVersion, { params, body: { reason } })
    await expectRefusal(manager(getVersion, { params }), 'request.not_found')
    const { programmes } = await manager(listProgrammes, {})
    expect(programmes.map((one) => one.code)).toEqual(['chaonan'])
    expect((await open()).versionNo).toBe(1)
  })

  it('of a programme that stands takes the draft alone; nothing that is submitted or travels as a change', async () => {
    const manager = await world.as('pm')
    const before = (await programmeOf(world)).versions.length
    const params = { versionId: (await newDraft(world, '2028-10-01')).id }
    await manager(submitVersion, { params })
    await expectRefusal(manager(discardVersion, { params, body: { reason } }), 'programme.only_drafts_discarded')
    await manager(takeBackVersion, { params })
    await manager(discardVersion, { params, body: { reason } })
    expect((await programmeOf(world)).versions).toHaveLength(before)
    const { versionId } = await openedChange(world, '2027-10-01', (copy) => {
      copy['title'] = '潮南区老年人意外保险'
    })
    await manager(takeBackVersion, { params: { versionId } })
    const again = { params: { versionId }, body: { reason } }
    await expectRefusal(manager(discardVersion, again), 'programme.something_hangs_on_it')
  })
})
