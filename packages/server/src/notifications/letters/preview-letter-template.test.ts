import { listLetterTemplates, previewLetterTemplate } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

describe('NTF-01 a letter template is previewed as it is printed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with an invented case; a denial without its remedies is refused', async () => {
    const pm = await world.as('pm')
    const { templates } = await pm(listLetterTemplates, {})
    const words = templates.find((one) => one.name === 'denial_notice')?.versions[0]?.wording
    if (!words) throw new Error('no wording')
    const params = { name: 'denial_notice' } as const
    const pdf: unknown = await pm(previewLetterTemplate, { params, body: words })
    if (!(pdf instanceof Blob)) throw new Error('not a file')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await expectRefusal(
      pm(previewLetterTemplate, { params, body: { ...words, remedies: {} } }),
      'notifications.template_remedy_missing',
    )
  })
})
