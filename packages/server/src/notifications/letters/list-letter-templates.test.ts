import { listLetterTemplates } from '@anpei/contract/notifications'
import { LETTER_KINDS } from '@anpei/domain/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'

describe('NTF-01 every letter template with its versions', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('the shipped version speaks at first; sections say what they must name', async () => {
    const pm = await world.as('pm')
    const { templates } = await pm(listLetterTemplates, {})
    expect(templates.map((one) => one.name)).toEqual(LETTER_KINDS)
    expect(templates.find((one) => one.name === 'denial_notice')).toMatchObject({
      title: '拒绝给付通知书',
      variables: expect.arrayContaining(['deniedBenefits', 'hotline']),
      sections: expect.arrayContaining([{ name: 'closing', title: '结尾', must: ['hotline', 'progressCode'] }]),
      versions: [{ id: null, version: 1, isActive: true, wording: { remedies: { litigation: {} } }, can: [] }],
    })
  })
})
