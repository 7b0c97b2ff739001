import { askRecheck, assignRecheck, decideRecheck, tellRecheck } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

const GROUNDS = {
  findings: '查明：短信没有送到。',
  basis: '令2020年第3号第二十一条',
  reasons: '没有送达，应重新告知。',
}

describe('CMP-08 the second look', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('is decided by its own person with own grounds; a changed decision is worked on again', async () => {
    await told(of)
    await of.head(askRecheck, { params: of.params, body: { why: '不服' } })
    const params = { recheckId: (await of.look()).rechecks[0]?.id ?? '' }
    await of.head(assignRecheck, { params, body: { handlerId: await staffId(of.world, 'compliance') } })
    const decision = { params, body: { outcome: 'changed', ...GROUNDS } } as const
    await expectRefusal(of.head(decideRecheck, decision), 'complaint.not_yours')
    await (await of.world.as('compliance'))(decideRecheck, decision)
    expect((await look(of.head, of.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L08', state: 'met' }),
    )
    const stand = await of.head(tellRecheck, { params, body: { told: '电话告知，录音 R1' } })
    expect(stand.state).toBe('assigned')
    expect((await of.look()).rechecks).toMatchObject([{ state: 'told', outcomeWord: '改变原决定' }])
  })
})
