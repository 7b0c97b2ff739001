import { deliverLetter, getClaim, getLetterPdf, getLetterText } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim, withSupplementLetter } from '../papers/papers.fixture.ts'

describe('CLM-11 letters reach, with proof', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  let letterId = ''
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.zheng)
    await withSupplementLetter(service, assessor, claimId)
    letterId = (await assessor(getClaim, { params: { claimId } })).letters[0]?.id ?? ''
  })
  afterAll(() => world.close())
  const deliver = (deliveredAt: string | null = null) =>
    assessor(deliverLetter, {
      params: { letterId },
      body: { way: 'visit', proof: '本人签收，照片存档', deliveredAt },
    })

  it('keeps way and time; a request for supplements stops the legal clock with it', async () => {
    await expectRefusal(deliver('2027-01-01T00:00:00.000Z'), 'letter.delivered_in_future')
    await expectRefusal(deliver('2026-01-01T00:00:00.000Z'), 'letter.delivered_before_issue')
    await deliver()
    const page = await assessor(getClaim, { params: { claimId } })
    expect(page.letters[0]).toMatchObject({ kind: 'supplement_notice', deliveredAt: world.clock.now() })
    expect(page.supplements[0]?.deliveredAt).toBe(world.clock.now())
    expect(page.clocks.find((clock) => clock.clockId === 'L01')?.state).toBe('paused')
    await expectRefusal(deliver(), 'letter.delivered_already')
  })

  it('shows the letter as PDF, as text and as voice, and only to those who see the claim', async () => {
    const text = await assessor(getLetterText, { params: { letterId } })
    expect(text).toMatchObject({ title: '补充资料通知书', letterNo: expect.stringMatching(/^H/) })
    expect(text.text).toContain('440524********137X')
    expect(text.voiceText.length).toBeGreaterThan(100)
    const [first, second]: unknown[] = [
      await assessor(getLetterPdf, { params: { letterId } }),
      await assessor(getLetterPdf, { params: { letterId } }),
    ]
    if (!(first instanceof Blob) || !(second instanceof Blob)) throw new Error('not a file')
    const bytes = Buffer.from(await first.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true)
    const broker = await world.as('broker1')
    await expectRefusal(broker(getLetterText, { params: { letterId } }), 'request.not_permitted')
    await expectRefusal(assessor(getLetterText, { params: { letterId: claimId } }), 'request.not_found')
  })
})
