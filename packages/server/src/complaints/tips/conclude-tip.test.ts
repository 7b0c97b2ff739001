import { concludeTip, getTip, portalReadTip } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { examined, opened, tipped } from './tips.fixture.ts'

describe('CMP-12 what came of a 举报', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('stands in the file, and is no news to the reporter before another confirms it', async () => {
    const compliance = await world.as('compliance')
    const { id, code } = await examined(world, compliance)
    const params = { tipId: id }
    const body = {
      outcome: 'transferred',
      finding: '涉嫌职务侵占。',
      result: '已移送有权部门。',
      authority: '',
    } as const
    await expectRefusal(compliance(concludeTip, { params, body }), 'tip.authority_missing')
    await compliance(concludeTip, { params, body: { ...body, authority: '潮南区公安分局' } })
    expect(await compliance(getTip, { params })).toMatchObject({
      state: 'concluded',
      outcomeWord: '移送有权部门',
      conclusion: { finding: '涉嫌职务侵占。', authority: '潮南区公安分局', by: '钟奕彬' },
    })
    expect((await world.anyone(portalReadTip, { body: { code } })).result).toBeNull()
  })

  it('never without protection and something looked at', async () => {
    const compliance = await world.as('compliance')
    const { id } = await tipped(world)
    await opened(compliance, id)
    const body = { outcome: 'declined', finding: '不属本公司。', result: '请向社保局反映。' } as const
    await expectRefusal(compliance(concludeTip, { params: { tipId: id }, body }), 'tip.protection_missing')
  })
})
