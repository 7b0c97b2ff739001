import { getCallback, revealCallbackPhone } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, testPeople } from '../testing/index.ts'
import { openCallbacks, taken, type Desk } from './callbacks.fixture.ts'

describe('CUS-08 the number to dial', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())

  it('is masked until whoever calls asks for it; the log knows', async () => {
    const params = { callbackId: await taken(desk, { personId: desk.chen }) }
    const view = await desk.clerk(getCallback, { params })
    expect(view).toMatchObject({ name: testPeople.chen.name, personId: desk.chen })
    expect(JSON.stringify(view)).not.toContain(testPeople.chen.phone)
    await expectRefusal(desk.head(revealCallbackPhone, { params }), 'callback.not_yours')
    expect(await desk.clerk(revealCallbackPhone, { params })).toEqual({ phone: testPeople.chen.phone })
    const told = { callbackId: await taken(desk) }
    expect(await desk.clerk(revealCallbackPhone, { params: told })).toEqual({ phone: '13800001234' })
    const looks = await arrange(desk.world, "select from event where name = 'callback.number_revealed'")
    expect(looks).toHaveLength(2)
  })
})
