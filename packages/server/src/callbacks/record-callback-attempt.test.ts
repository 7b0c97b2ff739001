import { getCallback, getCallbackFile, recordCallbackAttempt } from '@anpei/contract/callbacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openCallbacks, taken, tries, type Desk } from './callbacks.fixture.ts'

describe('CBK-02 CMP-10 attempts with what proves them', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const look = (callbackId: string) => desk.clerk(getCallback, { params: { callbackId } })

  it('the call in the log, a photo from the door, a note', async () => {
    const id = await taken(desk)
    await tries(desk.clerk, id)
    await expectRefusal(tries(desk.clerk, id, { callNo: '' }), 'callback.evidence_missing')
    const files = [{ field: 'file', file: new Blob(['%PDF-1.4 上门回执\n%%EOF']), name: '回执.pdf' }]
    const body = { way: 'visit', outcome: 'nobody_home', note: '家里没人' } as const
    await desk.clerk(recordCallbackAttempt, { params: { callbackId: id }, body }, { files })
    const { attempts, missing, tries: count } = await look(id)
    expect(attempts.map(({ way, evidence, callNo }) => [way, evidence, callNo])).toEqual([
      ['phone', 'call_log', 'C-20261123-1'],
      ['visit', 'file', ''],
    ])
    expect([count, missing.length]).toEqual([2, 3])
    const fileId = attempts[1]?.files[0]?.id ?? ''
    expect(await desk.clerk(getCallbackFile, { params: { callbackId: id, fileId } })).toBeInstanceOf(Blob)
    const other = await taken(desk)
    await expectRefusal(desk.clerk(getCallbackFile, { params: { callbackId: other, fileId } }), 'request.not_found')
  })

  it('another time is agreed on', async () => {
    const id = await taken(desk)
    const laterAt = '2026-11-24T02:00:00.000Z'
    await tries(desk.clerk, id, { outcome: 'call_later', laterAt })
    expect((await look(id)).nextAt).toBe(laterAt)
  })

  it('a wrong number opens the search for the right one', async () => {
    const id = await taken(desk)
    await tries(desk.clerk, id, { outcome: 'wrong_number', note: '接的人说打错了' })
    const { followUps } = await look(id)
    expect(followUps).toMatchObject([{ kind: 'wrong_number', state: 'open', dueOn: '2026-11-26', can: ['finish'] }])
  })

  it('who does not want to be asked was reached, and is not asked again', async () => {
    const id = await taken(desk)
    expect(await tries(desk.clerk, id, { outcome: 'declined' })).toMatchObject({ state: 'reached' })
    expect(await look(id)).toMatchObject({ satisfied: 'unclear', declined: true, can: [] })
  })
})
