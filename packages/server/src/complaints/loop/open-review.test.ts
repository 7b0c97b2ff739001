import { getReview, getReviewPack, listReviews, openReview } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { complained } from '../complaints.fixture.ts'
import { caused, dayFrom } from './loop.fixture.ts'

describe('CMP-13 a review meeting is prepared', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with the counts of its period; a case is not listed for whom it is about; as PDF and as workbook', async () => {
    const concernedIds = [await staffId(world, 'handler1')]
    const { complaintNo } = await complained(await world.as('service1'), { concernedIds })
    await caused(world)
    const head = await world.as('complainthead')
    const body = { title: '十一月复盘', from: dayFrom(world, -20), to: dayFrom(world, 0), meetOn: dayFrom(world, 3) }
    const wrong = { ...body, to: dayFrom(world, 5) }
    await expectRefusal(head(openReview, { body: wrong }), 'review.period_wrong')
    const { id: reviewId, reviewNo } = await head(openReview, { body })
    const params = { reviewId }
    const view = await head(getReview, { params })
    expect(view.tables[0]).toMatchObject({
      title: '按事由',
      rows: [expect.arrayContaining([1, '50%']), expect.any(Array)],
    })
    expect(view.tables[1]?.rows).toContainEqual(['回访｜环节太慢｜各产品｜各机构', 1, '50%'])
    expect(JSON.stringify(view.tables)).toContain(complaintNo)
    const concerned = await world.as('handler1')
    const theirs = await concerned(getReview, { params })
    expect(JSON.stringify(theirs)).not.toContain(complaintNo)
    expect(theirs.tables[0]).toMatchObject({ rows: [['赔付时效', 1, '100%']], note: '共 1 件（不含并案）。' })
    expect((await head(listReviews, { query: {} })).items).toMatchObject([{ reviewNo }])
    for (const [format, magic] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const answer = await head(getReviewPack, { params: { ...params, format } })
      expect(
        Buffer.from(await asBytes(answer))
          .subarray(0, magic.length)
          .toString(),
      ).toBe(magic)
    }
  })
})

async function asBytes(answer: unknown): Promise<ArrayBuffer> {
  if (answer instanceof Blob) return answer.arrayBuffer()
  throw new Error('no file')
}
