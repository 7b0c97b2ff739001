import { systemActor } from '@anpei/domain/kernel'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { checkQuality } from './check-quality.ts'
import { papersOf } from './store.ts'
import { storePapers } from './store-papers.ts'

/** A sheet with strokes like writing, on a dark table, as JPEG. */
async function sheet(blur: number): Promise<Buffer> {
  const [width, height] = [900, 1200]
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x < 90 || x > 810 || y < 90 || y > 1110) return 50
    return y % 40 < 22 && (x * 7 + Math.floor(y / 40) * 13) % 17 < 7 ? 60 : 210
  })
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } })
  return (blur > 0 ? picture.blur(blur) : picture).jpeg({ quality: 90 }).toBuffer()
}

describe('CLM-05 legibility is measured right after a photo has come', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it.each([
    ['sharp', 0, []],
    ['blurred', 5, ['blurred']],
  ] as const)('%s', async (_case, blur, warnings) => {
    const subject = { kind: 'claim', id: newId() }
    const bytes = await sheet(blur)
    const stored = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      storePapers(tx, {
        subject,
        personId: null,
        channel: 'counter',
        receivedAt: tx.now,
        papers: [{ code: 'medical_record', title: '病历', files: [{ field: 'file', name: 'a.heic', bytes }] }],
      }),
    )
    if (!stored.ok) throw new Error(stored.code)
    await world.runJobs()
    await checkQuality(world.app, { tenantId: 1, files: stored.value[0]?.fileIds.join(',') ?? '' })
    const papers = await world.app.pool.withTenant(1, ({ db }) => papersOf(db, 1, [subject.id], null))
    expect(papers[0]?.files[0]?.warnings).toEqual(warnings)
  })

  it('a file that cannot be decoded is kept without a measure', async () => {
    const bytes = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    const subject = { kind: 'claim', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      storePapers(tx, {
        subject,
        personId: null,
        channel: 'counter',
        receivedAt: tx.now,
        papers: [{ code: 'medical_record', title: '病历', files: [{ field: 'file', name: 'a.jpg', bytes }] }],
      }),
    )
    await world.runJobs()
    const papers = await world.app.pool.withTenant(1, ({ db }) => papersOf(db, 1, [subject.id], null))
    expect(papers[0]?.files).toMatchObject([{ warnings: [] }])
  })

  it('refuses what the scanner finds', async () => {
    const infected = { ...world.app, scanFile: async () => 'infected' as const }
    const answer = await systemWrite(infected, systemActor(1, 'test'), async (tx) =>
      storePapers(tx, {
        subject: { kind: 'claim', id: newId() },
        personId: null,
        channel: 'counter',
        receivedAt: tx.now,
        papers: [
          { code: 'medical_record', title: '病历', files: [{ field: 'file', name: 'a.jpg', bytes: await sheet(0) }] },
        ],
      }),
    )
    expect(answer).toMatchObject({ ok: false, code: 'file.infected' })
  })
})
