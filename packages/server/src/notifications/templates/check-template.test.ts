import {
  checkNoticeTemplate,
  listNotices,
  listNoticeTemplates,
  proposeNoticeTemplate,
  saveNoticeTemplate,
} from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { notify } from '../notify.ts'

const TEXT = '【安赔】{name}：收到您的报案{reportNo}，今天就会有人联系您，电话{hotline}。'

describe('NTF-01 templates: versions, preview, approval by a second person', () => {
  let world: World
  let pm: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[pm, head] = [await world.as('pm'), await world.as('head')]
  })
  afterAll(() => world.close())

  const template = async () => {
    const { templates } = await pm(listNoticeTemplates, {})
    return templates.find((one) => one.name === 'report_received')
  }
  const draft = (text: string, voice = '') =>
    pm(saveNoticeTemplate, { params: { name: 'report_received' }, body: { text, voice } })
  const subjectId = newId()
  const tell = async (occasion: string) => {
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      notify(tx, {
        personId: null,
        occasion,
        template: 'report_received',
        facts: { reportNo: 'B1' },
        subject: { kind: 'report', id: subjectId },
        otherPhone: '13900000001',
        otherName: '陈小明',
      }),
    )
    return (await pm(listNotices, { query: { subjectId, limit: 1 } })).items[0]?.text
  }

  it('a draft is checked, written over, proposed, and speaks only when another person approved it', async () => {
    const first = await draft(`${TEXT}！`)
    expect(first).toMatchObject({ version: 2, state: 'draft', can: ['edit', 'propose'] })
    expect(await draft(TEXT)).toMatchObject({ id: first.id, text: TEXT })
    const params = { templateId: first.id ?? '' }
    await expectRefusal(head(checkNoticeTemplate, { params, body: { approved: true } }), 'lifecycle.not_possible')
    await pm(proposeNoticeTemplate, { params })
    await expectRefusal(draft(TEXT), 'request.stale')
    expect(await tell('template:1')).toContain('我们会尽快与您联系')
    const approved = await head(checkNoticeTemplate, { params, body: { approved: true } })
    expect(approved).toMatchObject({ state: 'approved', isActive: true, checkedBy: expect.any(String) })
    expect(await tell('template:2')).toContain('今天就会有人联系您')
    expect((await template())?.versions.map((one) => [one.version, one.isActive])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('from a later moment, and not from one that has passed', async () => {
    const { id } = await draft(TEXT.replace('今天', '明天'), `${TEXT.replace('【安赔】', '')}`)
    const params = { templateId: id ?? '' }
    await pm(proposeNoticeTemplate, { params })
    await expectRefusal(
      head(checkNoticeTemplate, { params, body: { approved: true, activeFrom: '2026-11-22T00:00:00.000Z' } }),
      'notifications.template_in_past',
    )
    await head(checkNoticeTemplate, { params, body: { approved: true, activeFrom: '2026-11-24T00:00:00.000Z' } })
    expect(await tell('template:3')).toContain('今天就会有人联系您')
    world.clock.set('2026-11-24T00:00:01.000Z')
    expect(await tell('template:4')).toContain('明天就会有人联系您')
  })

  it('is given back with a reason, and nobody approves the own one', async () => {
    const { id } = await draft(TEXT.replace('今天', '马上'))
    const params = { templateId: id ?? '' }
    await pm(proposeNoticeTemplate, { params })
    await expectRefusal(pm(checkNoticeTemplate, { params, body: { approved: true } }), 'request.not_permitted')
    expect(await head(checkNoticeTemplate, { params, body: { approved: false, comment: '做不到' } })).toMatchObject({
      state: 'returned',
      comment: '做不到',
      isActive: false,
    })
    const makers = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('staff_user').select('id').where('login', '=', 'head').executeTakeFirstOrThrow(),
    )
    const own = await draft(TEXT.replace('今天', '稍后'))
    await pm(proposeNoticeTemplate, { params: { templateId: own.id ?? '' } })
    await world.app.pool.withTenant(1, ({ db }) =>
      db
        .updateTable('notice_template')
        .set({ made_by: makers.id })
        .where('id', '=', own.id ?? '')
        .execute(),
    )
    await expectRefusal(
      head(checkNoticeTemplate, { params: { templateId: own.id ?? '' }, body: { approved: true } }),
      'notifications.own_template',
    )
  })
})
