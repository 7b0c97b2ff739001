import { getClaim, getLetterText } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { openClaim, withSupplementLetter } from './papers.fixture.ts'

describe('CLM-11 a letter as plain text and as words for a voice', () => {
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

  it('says who, which case and what to do, with the ID number masked', async () => {
    const { text, voiceText, letterNo } = await assessor(getLetterText, { params: { letterId } })
    expect(text).toContain('440582********0249')
    expect(text).not.toContain(testPeople.wu.idNumber)
    expect(text).toContain(letterNo)
    expect(voiceText).not.toContain('【')
  })

  it('answers alike to a letter that is not there and to one that is not yours', async () => {
    await expectRefusal(
      assessor(getLetterText, { params: { letterId: '00000000-0000-4000-8000-000000000000' } }),
      'request.not_found',
    )
  })
})
