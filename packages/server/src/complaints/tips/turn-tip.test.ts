import {
  getComplaint,
  getComplaintFile,
  getTip,
  portalAddToTip,
  portalReadTip,
  turnTip,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { paper } from '../complaints.fixture.ts'
import { opened, tipped } from './tips.fixture.ts'

describe('CMP-12 a 举报 that is a complaint', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('goes on as one since the day it came, nameless where it was nameless, with its papers', async () => {
    const { id, code } = await tipped(world, { facts: '赔款两个月没有到。' }, [paper()])
    const compliance = await world.as('compliance')
    await opened(compliance, id)
    const made = await compliance(turnTip, { params: { tipId: id }, body: { reason: '是理赔时效的事' } })
    const view = await (await world.as('coordinator1'))(getComplaint, { params: { complaintId: made.id } })
    expect(view).toMatchObject({
      representation: 'anonymous',
      matter: { facts: '赔款两个月没有到。' },
      state: 'received',
    })
    const file = view.entries.flatMap((entry) => entry.files)[0]
    const params = { complaintId: made.id, fileId: file?.id ?? '' }
    await (await world.as('coordinator1'))(getComplaintFile, { params })
    expect((await compliance(getTip, { params: { tipId: id } })).state).toBe('turned')
    expect(await world.anyone(portalReadTip, { body: { code } })).toMatchObject({ state: 'turned', canAdd: false })
    const more = { code, messageId: newId(), text: '还有' }
    await expectRefusal(world.anyone(portalAddToTip, { body: more }), 'tip.ended')
  })
})
