import { addPapers, getClaim, getPaperFile } from '@anpei/contract/claims'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim, part, photo } from './papers.fixture.ts'

describe('CLM-05 a stored paper is sealed and shown to those who may see its claim', () => {
  let world: World
  let service: Caller
  let fileId = ''
  let sent: Blob
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const claimId = await openClaim(service, testPeople.lin)
    sent = await photo(800)
    await service(
      addPapers,
      { params: { claimId }, body: { channel: 'visit' } },
      { files: [await part('medical_record', 'a.jpg', sent)] },
    )
    const { documents } = await service(getClaim, { params: { claimId } })
    fileId = documents.flatMap((item) => item.papers).flatMap((paper) => paper.files)[0]?.id ?? ''
  })
  afterAll(() => world.close())

  it('gives back the very bytes, while the store holds none of them in clear', async () => {
    const got: unknown = await service(getPaperFile, { params: { fileId } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    const [before, after] = [Buffer.from(await sent.arrayBuffer()), Buffer.from(await got.arrayBuffer())]
    expect(after.equals(before)).toBe(true)
    const stored = await world.app.files.get(1, fileId)
    expect(stored.includes(before.subarray(100, 140))).toBe(false)
  })

  it('makes a small picture for lists', async () => {
    const got: unknown = await service(getPaperFile, { params: { fileId }, query: { thumb: 'true' } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    expect(await sharp(Buffer.from(await got.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  })

  it('is not there for whoever may not see the claim', async () => {
    const broker = await world.as('broker1')
    await expectRefusal(broker(getPaperFile, { params: { fileId } }), 'request.not_permitted')
    await expectRefusal(
      service(getPaperFile, { params: { fileId: '00000000-0000-4000-8000-000000000000' } }),
      'request.not_found',
    )
  })
})
