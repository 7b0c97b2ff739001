import { getTip, judgeTip, portalAddToTip, portalReadTip, recordTipEntry } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { concluded, confirmed, opened } from './tips.fixture.ts'

describe('CMP-12, L14 a second person confirms and closes', () => {
  let world: World
  let compliance: Caller
  let cpo: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
    cpo = await world.as('cpo')
  })
  afterAll(() => world.close())

  const judge = (by: Caller, tipId: string, judgement: 'confirm' | 'return' | 'close' | 'reopen', reason = '') =>
    by(judgeTip, { params: { tipId }, body: { judgement, reason } })
  const clock = async (id: string) =>
    (
      await arrange(world, `select state from clock where subject_id = $1 and clock_id = 'L14' order by instance_no`, [
        id,
      ])
    ).map((row) => row.state)

  it('never who concluded; what is sent back goes on under the same clock', async () => {
    const { id, code } = await concluded(world, compliance)
    await expectRefusal(judge(compliance, id, 'confirm'), 'tip.own_conclusion')
    await opened(cpo, id)
    await expectRefusal(judge(cpo, id, 'return'), 'tip.reason_missing')
    await judge(cpo, id, 'return', '再问证人')
    expect(await compliance(getTip, { params: { tipId: id } })).toMatchObject({
      state: 'accepted',
      judgement: '再问证人',
    })
    expect(await clock(id)).toEqual(['running'])
    expect((await world.anyone(portalReadTip, { body: { code } })).result).toBeNull()
  })

  it('confirmed is examined; the reporter reads it; closed with nothing owed, opened again for new facts', async () => {
    const { id, code } = await confirmed(world, compliance, cpo)
    expect(await clock(id)).toEqual(['met'])
    expect((await world.anyone(portalReadTip, { body: { code } })).result).toBe('举报属实，已退还。')
    await world.anyone(portalAddToTip, { body: { code, messageId: newId(), text: '还有一次。' } })
    await expectRefusal(judge(cpo, id, 'close'), 'tip.closing_debts')
    await compliance(recordTipEntry, { params: { tipId: id }, body: { kind: 'note', text: '同一件事' } })
    expect((await judge(cpo, id, 'close')).state).toBe('closed')
    expect((await judge(cpo, id, 'reopen', '新的证人')).state).toBe('accepted')
    expect(await clock(id)).toEqual(['met', 'running'])
  })

  it('a named reporter is owed the result', async () => {
    const { id } = await confirmed(world, compliance, cpo, { named: true, name: '陈举报', phone: '13800009997' })
    await expectRefusal(judge(cpo, id, 'close'), 'tip.closing_debts')
  })
})
