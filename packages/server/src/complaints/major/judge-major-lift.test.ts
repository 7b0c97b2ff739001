import { askMajorLift, judgeMajorLift } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { declared, reportedToTheEnd, type Major } from './major.fixture.ts'

describe('CMP-12 lifted by a second person', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
    await reportedToTheEnd(of)
  })
  afterAll(() => of.world.close())

  it('never by who asked; lifted it is an ordinary complaint again, its legal day unmoved', async () => {
    const { head, params } = of
    const before = await look(head, params.complaintId)
    const lift = { params, body: { lift: true, answer: '同意' } }
    await expectRefusal(head(judgeMajorLift, lift), 'lifecycle.not_possible')
    await head(askMajorLift, { params, body: { reason: '已处置完' } })
    await expectRefusal(head(judgeMajorLift, lift), 'complaint.major_own_lifting')
    await (await of.world.as('gm'))(judgeMajorLift, lift)
    const after = await look(head, params.complaintId)
    expect([before.major, after.major]).toEqual([true, false])
    const legal = (view: typeof after) => view.clocks.find((one) => one.id === 'L06')?.dueAt
    expect(legal(after)).toBe(legal(before))
    expect(await of.look()).toMatchObject({ state: 'lifted', lift: { answer: '同意' }, can: ['declare'] })
  })
})
