import {
  answerCallback,
  assignCallback,
  checkCallbackCallee,
  chooseDoorTalk,
  getCallback,
  giveBackCallback,
  keepDoorTalk,
  listCallbacks,
  recordCallbackAttempt,
} from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal } from '../testing/index.ts'
import { AFTER_COMPLAINT, doorPhoto, openCallbacks, owed, said, taken, type Desk } from './callbacks.fixture.ts'

const KNOWN = { callee: 'complainant', heard: ['name', 'case_no'] } as const

describe('SRV-09 CBK-02 another person chooses about what was asked at a door', () => {
  let desk: Desk
  let calls = 0
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  const contact = () => ({ name: '林先生', phone: `1380000${String(2000 + (calls += 1))}`, relation: '' })

  /** Asked by the clerk, kept an hour later. */
  async function kept(callbackId: string, change: object = {}) {
    const at = desk.world.clock.now()
    desk.world.clock.forward(3_600_000)
    const body = {
      ...AFTER_COMPLAINT,
      at,
      visitNo: 'V261100000015',
      why: 'callback.taken',
      willing: true,
      who: { ...KNOWN, heard: [...KNOWN.heard] },
      ...change,
    }
    const { doorTalkId } = await desk.clerk(keepDoorTalk, { params: { callbackId }, body }, { files: doorPhoto() })
    return { at, params: { callbackId, doorTalkId } }
  }
  const choose = (params: { callbackId: string; doorTalkId: string }, adopt: boolean, by = desk.head) =>
    by(chooseDoorTalk, { params, body: { adopt, reason: '与客户电话核实过' } })
  const look = (callbackId: string) => desk.head(getCallback, { params: { callbackId } })

  it('it counts: the callback is made by it, as of the door, by the hand that asked', async () => {
    const callbackId = await taken(desk, { contact: contact() }, desk.head)
    const { at, params } = await kept(callbackId, { answers: { ...AFTER_COMPLAINT.answers, kept: said('no', '没修') } })
    await expectRefusal(choose(params, true, desk.clerk), 'callback.door_own')
    expect(await choose(params, true)).toMatchObject({ state: 'reached' })
    const view = await look(callbackId)
    expect(view).toMatchObject({
      state: 'reached',
      satisfied: 'yes',
      attempts: [{ at, way: 'visit', outcome: 'reached', evidence: 'file', by: '李燕玲' }],
      doorTalks: [{ standing: 'adopted', can: [] }],
    })
    expect(view.followUps).toHaveLength(1)
    expect(view.timeline.some(({ reason }) => reason === '与客户电话核实过')).toBe(true)
    await expectRefusal(choose(params, false), 'callback.door_chosen')
  })

  it('free again, or not wanted at the door: it is taken and made in one step', async () => {
    const callbackId = await taken(desk, { contact: contact() }, desk.head)
    const { params } = await kept(callbackId, { willing: false })
    await desk.head(giveBackCallback, { params: { callbackId } })
    expect(await choose(params, true)).toMatchObject({ state: 'reached' })
    expect(await look(callbackId)).toMatchObject({ declined: true, attempts: [{ outcome: 'declined' }] })
  })

  it('it does not count, or cannot any more: what was said stays to be read', async () => {
    const callbackId = await taken(desk, { contact: contact() }, desk.head)
    const { params } = await kept(callbackId)
    expect(await choose(params, false)).toMatchObject({ state: 'contacting' })
    const [talk] = (await look(callbackId)).doorTalks
    expect([talk?.standing, talk?.answers.length, talk?.files.length]).toEqual(['not_chosen', 5, 1])
    const { items } = await desk.head(listCallbacks, { query: { show: 'door' } })
    expect(items.some(({ id }) => id === callbackId)).toBe(false)
    const waiting = await taken(desk, { contact: contact() }, desk.head)
    await kept(waiting)
    // It stands in the work of whoever may choose, and not in that of who asked at the door.
    const shown = async (by: typeof desk.head) =>
      (await by(listCallbacks, { query: { show: 'choose' } })).items.some(({ id }) => id === waiting)
    expect([await shown(desk.head), await shown(desk.clerk)]).toEqual([true, false])
    await expectRefusal(choose({ ...params, doorTalkId: newId() }, false), 'request.not_found')
  })

  it('a birthday that does not agree makes nothing', async () => {
    const callbackId = await owed(desk, { personId: desk.chen, occasion: 'claim_ended' })
    const who = { callee: 'self', heard: ['name'], birthOn: '1931-01-01' } as const
    const { params } = await kept(callbackId, { who: { ...who, heard: [...who.heard] }, scriptCode: 'after_claim' })
    await expectRefusal(choose(params, true), 'callback.door_identity_wrong')
    expect(await look(callbackId)).toMatchObject({ state: 'owed', attempts: [], doorTalks: [{ standing: 'beside' }] })
  })

  const attempt = (at: string) => ({ way: 'visit', outcome: 'reached', at, note: '上门服务 V1 时当面回访' }) as const

  it('set right by who asked and taken then: what lay beside is the same talk', async () => {
    const callbackId = await taken(desk, { contact: contact() })
    const { at, params } = await kept(callbackId, { why: 'callback.identity_thin' })
    const of = { params: { callbackId } }
    await desk.clerk(recordCallbackAttempt, { ...of, body: attempt(at) })
    await desk.clerk(checkCallbackCallee, { ...of, body: { ...KNOWN, heard: [...KNOWN.heard] } })
    await desk.clerk(answerCallback, { ...of, body: AFTER_COMPLAINT })
    expect((await look(callbackId)).doorTalks).toMatchObject([{ id: params.doorTalkId, standing: 'not_chosen' }])
  })

  it('the try that was taken before a colleague had it is not counted twice', async () => {
    const callbackId = await taken(desk, { contact: contact() })
    const { at, params } = await kept(callbackId, { why: 'callback.not_yours' })
    await desk.clerk(recordCallbackAttempt, { params: { callbackId }, body: attempt(at) })
    await desk.lead(assignCallback, { params: { callbackId }, body: { ownerId: desk.head.id, reason: '换人' } })
    expect(await choose(params, true)).toMatchObject({ state: 'reached' })
    expect(await look(callbackId)).toMatchObject({ tries: 1, attempts: [{ at, by: '李燕玲' }] })
  })
})
