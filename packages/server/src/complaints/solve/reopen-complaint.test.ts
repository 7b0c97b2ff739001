import { addNewFacts, reopenComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { calledBack, decided, openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-10 dissatisfied reopens the same number', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('by itself when said in the callback, with T43 and T44; the second round has its own decision', async () => {
    await told(of)
    const before = await look(of.head, of.params.complaintId)
    await calledBack(of, 'no')
    const after = await look(of.head, of.params.complaintId)
    expect(after).toMatchObject({ complaintNo: before.complaintNo, state: 'assigned' })
    for (const id of ['T43', 'T44']) {
      expect(after.clocks).toContainEqual(expect.objectContaining({ id, state: 'running' }))
    }
    // The customer's own words stand on the case, for whoever works on it again.
    expect((await of.look()).said).toMatchObject([
      {
        satisfied: '不满意',
        answers: expect.arrayContaining([
          { question: '对处理结果和态度，您满意吗？', answer: '不满意：还是没有说清楚' },
        ]),
      },
    ])
    await decided(of, { outcome: 'settled' })
    expect((await of.look()).decisions.map(({ round, outcomeWord }) => [round, outcomeWord])).toEqual([
      [2, '协商一致'],
      [1, '投诉属实'],
    ])
  })

  it('CMP-03: new facts behind a decision begin another round: it is decided again and told again', async () => {
    const case2 = await openCase(of.world)
    await told(case2)
    await of.coordinator(addNewFacts, { params: case2.params, body: { text: '医院改了出院日期' } })
    expect(await look(of.head, case2.params.complaintId)).toMatchObject({ state: 'investigating' })
    expect(await case2.look()).toMatchObject({ callback: null })
    await told(case2, { outcome: 'partly_upheld' })
    expect(await case2.look()).toMatchObject({
      decisions: [{ round: 2, outcomeWord: '部分属实' }, { round: 1 }],
      callback: { state: 'owed' },
    })
  })

  it('by hand only where something was told', async () => {
    const case2 = await openCase(of.world)
    const again = () => of.coordinator(reopenComplaint, { params: case2.params, body: { reason: '还是没有收到钱' } })
    await expectRefusal(again(), 'lifecycle.not_possible')
    await told(case2)
    expect((await again()).state).toBe('assigned')
    expect((await case2.look()).callback).toBeNull()
  })
})
