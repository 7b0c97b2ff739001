import { dropPublication, listPublications } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openDesk, type Desk } from './publications.fixture.ts'

describe('CMP-14 a draft is dropped', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.world.close())

  it('and the period is free again; what is published is never dropped', async () => {
    const drop = (publicationId: string) => desk.drafter(dropPublication, { params: { publicationId } })
    const { id } = await desk.draft('2026-08')
    expect(await drop(id)).toMatchObject({ state: 'dropped' })
    await expectRefusal(drop(id), 'lifecycle.not_possible')
    expect((await desk.drafter(listPublications, {})).items).toEqual([])
    const published = await desk.published('2026-08')
    await expectRefusal(drop(published), 'lifecycle.not_possible')
  })
})
