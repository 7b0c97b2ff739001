import { getPublicationFile, portalPublications } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../../testing/index.ts'
import { openDesk, type Desk } from './publications.fixture.ts'

describe('CMP-14 complaints are published', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.world.close())

  it('by another person, for everybody, and never changed again', async () => {
    const { world, drafter, judge } = desk
    const { id } = await desk.draft('2026-08')
    await desk.submit(id)
    await expectRefusal(desk.judged(drafter, id), 'complaint.own_publication')
    await desk.judged(judge, id, false)
    await desk.submit(id)
    expect((await world.anyone(portalPublications, {})).items).toEqual([])
    await expectRefusal(desk.read(id), 'request.not_found')
    expect(await desk.judged(judge, id)).toMatchObject({ state: 'published', version: 1 })
    await expectRefusal(desk.submit(id), 'lifecycle.not_possible')
    const change = `update complaint_publication set measures = '改' where id = '${id}'`
    await expect(arrange(world, change)).rejects.toThrow('never change')
    await expect(arrange(world, 'delete from complaint_publication')).rejects.toThrow('never change')
    expect((await world.anyone(portalPublications, {})).items).toMatchObject([{ id, periodName: '2026 年 8 月' }])
  })

  it('not where something that overlaps came out since the figures were frozen', async () => {
    const quarter = await desk.draft('2026-Q3')
    await desk.submit(quarter.id)
    await desk.published('2026-07')
    await expectRefusal(desk.judged(desk.judge, quarter.id), 'complaint.figures_outdated')
  })

  it('as pages and as a workbook', async () => {
    const publicationId = (await desk.world.anyone(portalPublications, {})).items[0]?.id ?? ''
    for (const format of ['pdf', 'xlsx'] as const) {
      const file: unknown = await desk.judge(getPublicationFile, { params: { publicationId, format } })
      expect(file instanceof Blob && file.size > 4_000).toBe(true)
    }
  })
})
