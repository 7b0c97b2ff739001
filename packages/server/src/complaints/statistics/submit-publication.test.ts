import { listPublications } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openDesk, type Desk } from './publications.fixture.ts'

describe('CMP-14 measures are written to the figures', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.world.close())

  it('once; then another person is asked', async () => {
    const { id } = await desk.draft('2026-08')
    await desk.submit(id)
    await expectRefusal(desk.submit(id), 'lifecycle.not_possible')
    expect((await desk.drafter(listPublications, {})).items).toMatchObject([{ state: 'waiting', can: ['drop'] }])
    expect((await desk.judge(listPublications, {})).items).toMatchObject([{ id, can: ['judge', 'drop'] }])
  })
})
