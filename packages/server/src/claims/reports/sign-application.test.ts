import { completeFile, getApplication, getClaim, getPaperFile, signApplication } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from '../papers/papers.fixture.ts'

type Body = NonNullable<Sent<typeof signApplication>['body']>

/** A drawn line on nothing, as a canvas gives it. */
const LINE = '<path d="M20 60 C 80 10 120 110 280 40" stroke="black" stroke-width="6" fill="none"/>'
async function drawn(line = LINE) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">${line}</svg>`
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer()
  return { field: 'signature', file: new Blob([new Uint8Array(bytes)]), name: 'signature.png' }
}

describe('CLM-03 the application signed before us', () => {
  let world: World
  let service: Caller
  let claimId = ''
  const { chen } = testPeople
  const own: Body = { way: 'screen', signerName: chen.name, relation: 'self' }
  const sign = async (body: Body, files?: Awaited<ReturnType<typeof drawn>>[]) =>
    service(signApplication, { params: { claimId }, body }, { files: files ?? [await drawn()] })
  const page = () => service(getClaim, { params: { claimId } })
  const papers = async () => (await page()).documents.find((item) => item.code === 'application')?.papers ?? []

  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    claimId = await openClaim(service, chen)
  })
  afterAll(() => world.close())

  it('shows what will be signed, filled and masked', async () => {
    const form = await service(getApplication, { params: { claimId } })
    expect(form).toMatchObject({ insuredName: chen.name })
    expect(form.rows.map((row) => row.label)).toEqual(expect.arrayContaining(['案件号', '出事日期', '申请项目']))
    expect(JSON.stringify(form)).not.toContain(chen.idNumber)
    const finance = await world.as('finance1')
    await expectRefusal(finance(getApplication, { params: { claimId } }), 'request.not_permitted')
    await expectRefusal(
      finance(signApplication, { params: { claimId }, body: own }, { files: [await drawn()] }),
      'request.not_permitted',
    )
  })

  it('refuses nothing drawn, no picture, another’s name, our own people, a thumbprint nobody saw', async () => {
    await expectRefusal(sign(own, [await drawn('')]), 'signing.blank')
    await expectRefusal(sign(own, []), 'signing.picture_missing')
    const text = { field: 'signature', file: new Blob(['no picture']), name: 'signature.png' }
    await expectRefusal(sign(own, [text]), 'signing.picture_missing')
    await expectRefusal(sign({ ...own, signerName: '别人' }), 'signing.not_the_insured')
    await expectRefusal(sign({ ...own, relation: 'staff', signerName: '林演示' }), 'signing.by_staff')
    await expectRefusal(sign({ ...own, way: 'thumbprint' }), 'signing.witness_missing')
    const witness = { name: '张大伯', contact: '13800001111', relation: 'staff' as const }
    await expectRefusal(sign({ ...own, way: 'thumbprint', witness }), 'signing.witness_handles_case')
    expect(await papers()).toEqual([])
    expect((await page()).requestedAt).toBeNull()
  })

  it('keeps a PDF with the signature as the application, and the legal clock starts', async () => {
    await sign(own)
    const [paper] = await papers()
    expect(paper).toMatchObject({ channel: 'counter', verdict: null, files: [{ mediaType: 'application/pdf' }] })
    const got: unknown = await service(getPaperFile, { params: { fileId: paper?.files[0]?.id ?? '' } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    const pdf = Buffer.from(await got.arrayBuffer())
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
    expect(pdf.includes('/DCTDecode')).toBe(true)
    const { requestedAt, clocks } = await page()
    expect(requestedAt).toBe(world.clock.now())
    expect(clocks.find((clock) => clock.clockId === 'L01')?.state).toBe('running')
  })

  it('may be signed anew by thumbprint before a witness; the clock keeps its first start', async () => {
    const { requestedAt } = await page()
    world.clock.forward(3_600_000)
    const witness = { name: '张大伯', contact: '13800001111', relation: 'other' as const }
    await sign({ way: 'thumbprint', signerName: '陈小明', relation: 'child', witness, channel: 'visit' })
    expect(await papers()).toHaveLength(2)
    expect((await page()).requestedAt).toBe(requestedAt)
  })

  it('stands when the papers are complete', async () => {
    await hand(
      service,
      claimId,
      HOSPITAL_CODES.filter((code) => code !== 'application'),
    )
    await service(completeFile, { params: { claimId } })
    await expectRefusal(sign(own), 'signing.stands')
  })
})
