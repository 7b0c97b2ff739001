import { getClaim, getLetterText } from '@anpei/contract/claims'
import {
  checkNoticeTemplate,
  listLetterTemplates,
  proposeNoticeTemplate,
  saveLetterTemplate,
} from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { openClaim, withSupplementLetter } from '../papers/papers.fixture.ts'

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

  it('a new version of the template speaks in letters issued from then on; those issued before stay', async () => {
    const params = { name: 'supplement_notice' } as const
    const [pm, head] = [await world.as('pm'), await world.as('head')]
    const words = (await pm(listLetterTemplates, {})).templates.find((one) => one.name === params.name)?.versions[0]
    if (!words?.wording) throw new Error('no wording')
    const body = { ...words.wording, title: '补充资料通知书（新版）' }
    const templateId = (await pm(saveLetterTemplate, { params, body })).id ?? ''
    await pm(proposeNoticeTemplate, { params: { templateId } })
    await head(checkNoticeTemplate, { params: { templateId }, body: { approved: true } })
    const service = await world.as('service1')
    const claimId = await openClaim(service, testPeople.chen)
    await withSupplementLetter(service, assessor, claimId)
    const later = (await assessor(getClaim, { params: { claimId } })).letters[0]?.id ?? ''
    expect((await assessor(getLetterText, { params: { letterId: later } })).text).toContain('（新版）')
    expect((await assessor(getLetterText, { params: { letterId } })).text).not.toContain('（新版）')
  })

  it('answers alike to a letter that is not there and to one that is not yours', async () => {
    await expectRefusal(
      assessor(getLetterText, { params: { letterId: '00000000-0000-4000-8000-000000000000' } }),
      'request.not_found',
    )
  })
})
