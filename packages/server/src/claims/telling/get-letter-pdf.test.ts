import { getClaim, getLetterPdf } from '@anpei/contract/claims'
import { recordCareMark } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim, withSupplementLetter } from '../papers/papers.fixture.ts'

describe('CLM-11 a letter is drawn when it is first asked for, and kept sealed', () => {
  let world: World
  let assessor: Caller
  let letterId = ''
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    const claimId = await openClaim(service, testPeople.wu)
    await withSupplementLetter(service, assessor, claimId)
    letterId = (await assessor(getClaim, { params: { claimId } })).letters[0]?.id ?? ''
  })
  afterAll(() => world.close())
  const bytes = async () => {
    const got: unknown = await assessor(getLetterPdf, { params: { letterId } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    return Buffer.from(await got.arrayBuffer())
  }

  it('gives the same bytes again, and makes them again when the kept file is lost', async () => {
    const first = await bytes()
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await world.app.files.get(1, letterId)).includes(Buffer.from('%PDF'))).toBe(false)
    await world.app.files.remove(1, letterId)
    expect((await bytes()).equals(first)).toBe(true)
  })

  it('CUS-04 is larger for who sees badly when it is issued', async () => {
    const service = await world.as('service1')
    const isLarge = async (accidentOn: string) => {
      const claimId = await openClaim(service, testPeople.chen, { accident: { accidentOn } })
      await withSupplementLetter(service, assessor, claimId)
      const letters = await arrange(world, 'select person_id, salt, sealed from letter where subject_id = $1', [
        claimId,
      ])
      const [{ person_id: personId, salt, sealed } = {}] = letters
      if (!Buffer.isBuffer(salt) || !Buffer.isBuffer(sealed)) throw new Error('no letter')
      const { largeType = false } = JSON.parse(world.app.vault(1).openText(salt, sealed))
      return { largeType, personId: String(personId) }
    }
    const before = await isLarge('2026-11-18')
    expect(before.largeType).toBe(false)
    const body = { mark: 'eyesight', source: 'family', fromOn: '2026-01-01' } as const
    await service(recordCareMark, { params: { personId: before.personId }, body })
    expect((await isLarge('2026-11-10')).largeType).toBe(true)
  })

  it('answers alike to a letter that is not there and to one that is not yours', async () => {
    await expectRefusal(
      assessor(getLetterPdf, { params: { letterId: '00000000-0000-4000-8000-000000000000' } }),
      'request.not_found',
    )
  })
})
