import {
  answerCallback,
  checkCallbackCallee,
  getCallback,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { AFTER_COMPLAINT, openCallbacks, owed, taken, type Desk } from './callbacks.fixture.ts'

describe('SRV-09 CBK-02 what was asked at a door, sent when there is a network again', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  /** The four steps as the tablet sends them, hours after the talk. */
  async function sent(callbackId: string, at: string): Promise<void> {
    const params = { callbackId }
    const key = (step: string) => ({ key: `${callbackId}-${step}` })
    const attempt = { way: 'visit', outcome: 'reached', at, note: '上门服务 V1 时当面回访' } as const
    const who = { callee: 'complainant', heard: ['name', 'case_no'] } as const
    await desk.clerk(takeCallback, { params }, key('take'))
    await desk.clerk(recordCallbackAttempt, { params, body: attempt }, key('attempt'))
    await desk.clerk(checkCallbackCallee, { params, body: { ...who, heard: [...who.heard] } }, key('callee'))
    await desk.clerk(answerCallback, { params, body: AFTER_COMPLAINT }, key('answers'))
  }

  it('is made once however often it is sent, at the time of the talk', async () => {
    const callbackId = await owed(desk)
    const at = desk.world.clock.now()
    desk.world.clock.forward(3_600_000)
    await sent(callbackId, at)
    await sent(callbackId, at)
    const view = await desk.lead(getCallback, { params: { callbackId } })
    expect(view).toMatchObject({ state: 'reached', satisfied: 'yes', attempts: [{ at, way: 'visit', by: '李燕玲' }] })
  })

  it('is not taken where a colleague is in contact meanwhile, or has made it', async () => {
    const at = desk.world.clock.now()
    await expectRefusal(sent(await taken(desk, { contact: OTHER }, desk.head), at), 'callback.taken')
    const done = await owed(desk, { contact: THIRD })
    await sent(done, at)
    await expectRefusal(
      desk.clerk(takeCallback, { params: { callbackId: done } }, { key: 'another-tablet' }),
      'lifecycle.not_possible',
    )
  })
})

const OTHER = { name: '黄女士', phone: '13800001235', relation: '' }
const THIRD = { name: '郑女士', phone: '13800001236', relation: '' }
