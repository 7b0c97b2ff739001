import { sendDecision } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { decided, openCase, type Case } from './solve.fixture.ts'

describe('CMP-08, CMP-09 telling the decision', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await decided(of)
  })
  afterAll(() => of.world.close())

  it('face to face needs a proof, stops the legal clock, and a callback is owed', async () => {
    const send = (proof: string) =>
      of.handler(sendDecision, { params: of.params, body: { way: 'in_person', to: '本人', proof } })
    await expectRefusal(send(''), 'complaint.proof_missing')
    expect((await look(of.head, of.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L06', state: 'running' }),
    )
    expect((await send('本人签收')).state).toBe('told')
    expect((await look(of.head, of.params.complaintId)).clocks).toContainEqual(
      expect.objectContaining({ id: 'L06', state: 'met' }),
    )
    expect(await of.look()).toMatchObject({
      decisions: [{ wayWord: '当面送达', to: '本人', proof: '本人签收' }],
      callback: { state: 'owed' },
      debts: [{ code: 'callback' }],
    })
    await expectRefusal(send('再来'), 'lifecycle.not_possible')
  })
})
