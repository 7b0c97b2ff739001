import { addLitigationPapers, getPaperFile, recordLitigation } from '@anpei/contract/claims'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { paidCase } from './recoveries.fixture.ts'

describe('CLM-16 documents of a suit', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('hang on it and are seen by whoever may see the claim', async () => {
    const one = await paidCase(world, testPeople.chen)
    const head = await world.as('head')
    const suit = await head(recordLitigation, {
      params: { claimId: one.id },
      body: { forum: 'court', forumName: '某法院', caseNo: '88号', filedOn: '2026-11-10', claimedFen: 0 },
    })
    const page = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#dddddd' } })
      .jpeg()
      .toBuffer()
    const add = (files: number) =>
      head(
        addLitigationPapers,
        { params: { litigationId: suit.id }, body: { title: '起诉状' } },
        {
          files: Array.from({ length: files }, () => ({
            field: 'file',
            file: new Blob([new Uint8Array(page)]),
            name: 'a.jpg',
          })),
        },
      )
    await expectRefusal(add(0), 'litigation.paper_missing')
    const [paper] = (await add(1)).papers
    expect(paper).toMatchObject({ title: '起诉状' })
    const fileId = paper?.files[0]?.id ?? ''
    expect(await (await world.as('assessor1'))(getPaperFile, { params: { fileId }, query: {} })).toBeInstanceOf(Blob)
    await expectRefusal(
      (await world.as('sponsor'))(getPaperFile, { params: { fileId }, query: {} }),
      'request.not_permitted',
    )
  })
})
