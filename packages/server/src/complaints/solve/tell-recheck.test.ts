import { askRecheck, assignRecheck, decideRecheck, getComplaintLetter, tellRecheck } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-08 the result of the second look is told', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await told(of)
    await of.head(askRecheck, { params: of.params, body: { why: '不服' } })
  })
  afterAll(() => of.world.close())

  it('an upheld decision stands; its notice names whom to turn to now', async () => {
    const params = { recheckId: (await of.look()).rechecks[0]?.id ?? '' }
    await expectRefusal(of.head(tellRecheck, { params, body: { told: '电话' } }), 'lifecycle.not_possible')
    await of.head(assignRecheck, { params, body: { handlerId: await staffId(of.world, 'compliance') } })
    const grounds = { findings: '事实无误', basis: '条款第3条', reasons: '原决定正确' }
    await (await of.world.as('compliance'))(decideRecheck, { params, body: { outcome: 'upheld', ...grounds } })
    expect((await of.head(tellRecheck, { params, body: { told: '邮寄 EA1' } })).state).toBe('told')
    const [done] = (await of.look()).rechecks
    const letter = await of.head(getComplaintLetter, { params: { ...of.params, letterId: done?.letterId ?? '' } })
    expect(letter.text).toContain('维持原来的处理决定')
    expect(letter.text).toContain('12378')
    // A decision is looked at once; the button is gone with it.
    await expectRefusal(of.head(askRecheck, { params: of.params, body: { why: '还是不服' } }), 'complaint.rechecked')
    expect((await of.look()).can).not.toContain('askRecheck')
  })
})
