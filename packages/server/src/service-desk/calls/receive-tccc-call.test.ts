import { createApiKey } from '@anpei/contract/identity'
import { listCalls, receiveTcccCall } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { planned } from '../menus/menus.fixture.ts'
import { telephone } from './calls.fixture.ts'
import { readTcccRecord } from './tccc-record.ts'

/** A record in the documented form (电话 CDR 数据推送), of an inbound call answered at the seat. */
const RECORD = {
  SdkAppId: 1400000001,
  SessionId: 'a0b1c2d3-0001',
  Caller: '008613711112222',
  Callee: '075480000000',
  Direction: 0,
  CallType: 2,
  Duration: 95,
  SeatUser: { Uid: 1, UserId: '801', Name: '坐席一' },
  StartTimestamp: 1772413200,
  QueuedTimestamp: 1772413210,
  RingTimestamp: 1772413220,
  AcceptTimestamp: 1772413225,
  EndedTimestamp: 1772413320,
  HungUpSide: 'user',
  ServeParticipants: [],
  RecordURL: 'https://recordings.example/a0b1c2d3-0001.mp3',
}

const THANKS = { ErrCode: 0, ErrMsg: '' }

describe('SRV-03 OPS-02 腾讯云联络中心 pushes call records', () => {
  let world: World
  let pusher: Caller
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld('2026-03-02T01:10:00.000Z')
    ;({ agent } = await telephone(world))
    const admin = await world.as('admin')
    const body = { name: '腾讯云', permissions: ['desk.inbound' as const], expiresAt: null }
    const { key } = await admin(createApiKey, { body })
    pusher = world.with({ authorization: `Basic ${Buffer.from(`tccc:${key}`).toString('base64')}` })
  })
  afterAll(() => world.close())
  const push = (body: Record<string, unknown>) => pusher(receiveTcccCall, { query: {}, body })

  it('once, however often it is pushed; the wait begins in the queue, not in the menu', async () => {
    expect(await Promise.all([push(RECORD), push(RECORD)])).toEqual([THANKS, THANKS])
    const { items } = await agent(listCalls, { query: { show: 'mine' } })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      state: 'ended',
      line: 'consult',
      phoneMasked: '137****2222',
      waitedSeconds: 15,
      talkedSeconds: 95,
      agentName: expect.any(String),
    })
  })

  it('one nobody took is to be called back', async () => {
    const missed = { ...RECORD, SessionId: 'a0b1c2d3-0002', AcceptTimestamp: 0, SeatUser: null }
    await push(missed)
    const { items } = await agent(listCalls, { query: { show: 'owed' } })
    expect(items.map((call) => call.state)).toEqual(['missed'])
  })

  it('what is no record is told so, other pushes are thanked for, a wrong password is refused', async () => {
    expect((await push({ hello: 'world' })).ErrCode).toBe(1)
    expect((await pusher(receiveTcccCall, { query: { action: 'voicemail' }, body: {} })).ErrCode).toBe(0)
    const stranger = world.with({ authorization: `Basic ${Buffer.from('tccc:wrong').toString('base64')}` })
    await expectRefusal(stranger(receiveTcccCall, { query: {}, body: RECORD }), 'request.sign_in_first')
  })

  it('SRV-02: the key that was pressed in its menu says, by the plan of the line, what the caller speaks', async () => {
    await planned(world, 'consult')
    await push({ ...RECORD, SessionId: 'a0b1c2d3-0003', IVRKeyPressed: ['7', '2'] })
    const { items } = await agent(listCalls, { query: { show: 'mine' } })
    expect(items.filter(({ language }) => language?.code === 'teochew')).toHaveLength(1)
  })

  it('an outgoing call has its sides the other way', () => {
    const heard = readTcccRecord({ ...RECORD, Direction: 1, Caller: '075480000000', Callee: '13711112222' })
    expect(heard).toMatchObject({ direction: 'out', phone: '13711112222', lineNumber: '075480000000' })
  })
})
