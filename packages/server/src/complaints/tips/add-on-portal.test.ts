import { getTip, listTips, portalAddToTip, portalReadTip } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { paper } from '../complaints.fixture.ts'
import { newCode, opened, tipped } from './tips.fixture.ts'

describe('CMP-12 the reporter adds something by the code alone', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('once, however often it is sent, with its photo; those who may know see that something is new', async () => {
    const { id, code } = await tipped(world)
    const body = { code, messageId: newId(), text: '还有收据。' }
    await world.anyone(portalAddToTip, { body }, { files: [paper()] })
    await world.anyone(portalAddToTip, { body })
    const { messages } = await world.anyone(portalReadTip, { body: { code } })
    expect(messages.slice(1)).toMatchObject([{ mine: true, text: '还有收据。', files: 1 }])
    const compliance = await world.as('compliance')
    const [item] = (await compliance(listTips, { query: {} })).items
    expect(item?.unreadSince).toBe(world.clock.now())
    await opened(compliance, id)
    expect((await compliance(getTip, { params: { tipId: id } })).entries).toMatchObject([{ by: '举报人' }])
    const unknown = { ...body, code: newCode() }
    await expectRefusal(world.anyone(portalAddToTip, { body: unknown }), 'tip.code_unknown')
  })
})
