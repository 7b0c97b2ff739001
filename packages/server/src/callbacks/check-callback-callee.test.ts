import { checkCallbackCallee, getCallback } from '@anpei/contract/callbacks'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, testPeople } from '../testing/index.ts'
import { openCallbacks, taken, tries, type Desk } from './callbacks.fixture.ts'

type Body = NonNullable<Sent<typeof checkCallbackCallee>['body']>

describe('CBK-02 identity first', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('after somebody was reached; the machine compares, and shows the caller no number', async () => {
    const callbackId = await taken(desk, { personId: desk.chen })
    const check = (body: Partial<Body>) =>
      desk.clerk(checkCallbackCallee, { params: { callbackId }, body: { callee: 'self', ...body } })
    await expectRefusal(check({ heard: ['name', 'home'] }), 'callback.nobody_reached')
    await tries(desk.clerk, callbackId, { outcome: 'reached' })
    await expectRefusal(check({ heard: ['name'] }), 'callback.identity_thin')
    await expectRefusal(check({ callee: 'family', heard: ['name', 'home'] }), 'callback.family_unnamed')
    expect(await check({ heard: ['name', 'home'], idTail: '0000' })).toEqual({ identified: false, wrong: ['id_tail'] })
    const doubted = await desk.clerk(getCallback, { params: { callbackId } })
    expect(doubted).toMatchObject({ callee: null, can: expect.not.arrayContaining(['answer']) })
    const idTail = testPeople.chen.idNumber.slice(-4)
    expect(await check({ heard: ['name'], idTail })).toEqual({ identified: true, wrong: [] })
    const known = await desk.clerk(getCallback, { params: { callbackId } })
    expect(known.callee).toMatchObject({ callee: 'self', points: ['姓名', '身份证后四位'] })
    expect(known.can).toContain('answer')
  })
})
