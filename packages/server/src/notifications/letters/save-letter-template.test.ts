import {
  checkNoticeTemplate,
  listLetterTemplates,
  listNoticeTemplates,
  proposeNoticeTemplate,
  saveLetterTemplate,
} from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

const params = { name: 'delay_notice' } as const

describe('NTF-01 letter templates: versions, checked variables, approval by a second person', () => {
  let world: World
  let pm: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[pm, head] = [await world.as('pm'), await world.as('head')]
  })
  afterAll(() => world.close())

  const versions = async () =>
    (await pm(listLetterTemplates, {})).templates.find((one) => one.name === 'delay_notice')?.versions ?? []
  const wording = async () => {
    const found = (await versions()).find((one) => one.isActive)?.wording
    if (!found) throw new Error('no wording')
    return found
  }

  it('a draft is checked, written over, proposed, and speaks when another person approved it', async () => {
    const words = await wording()
    const draft = (title: string, sections = words.sections) =>
      pm(saveLetterTemplate, { params, body: { ...words, title, sections } })
    await expectRefusal(
      draft('延期', { ...words.sections, reason: ['没有原因'] }),
      'notifications.template_missing_variable',
    )
    const unfair = { ...words.sections, closing: [...(words.sections['closing'] ?? []), '最终解释权归本公司所有。'] }
    await expectRefusal(draft('延期', unfair), 'notifications.unfair_wording')
    const first = await draft('延期说明')
    expect(first).toMatchObject({ version: 2, state: 'draft', text: '延期说明', can: ['edit', 'propose'] })
    expect(await draft('延期告知书（新）')).toMatchObject({ id: first.id, text: '延期告知书（新）' })
    const templateId = first.id ?? ''
    await pm(proposeNoticeTemplate, { params: { templateId } })
    await expectRefusal(draft('延期'), 'request.stale')
    await expectRefusal(
      pm(checkNoticeTemplate, { params: { templateId }, body: { approved: true } }),
      'request.not_permitted',
    )
    const body = { approved: true, activeFrom: '2026-11-24T00:00:00.000Z' }
    await head(checkNoticeTemplate, { params: { templateId }, body })
    expect((await wording()).title).toBe(words.title)
    world.clock.set('2026-11-24T00:00:01.000Z')
    expect((await versions()).map((one) => [one.version, one.isActive])).toEqual([
      [2, true],
      [1, false],
    ])
    const notices = (await pm(listNoticeTemplates, {})).templates
    expect(notices.flatMap((one) => one.versions).every((one) => one.wording === null)).toBe(true)
  })

  it('nobody writes one without the right to', async () => {
    const service = await world.as('service1')
    const words = await wording()
    await expectRefusal(service(saveLetterTemplate, { params, body: words }), 'request.not_permitted')
  })
})
