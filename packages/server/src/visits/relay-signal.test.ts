import {
  closeVideoRoom,
  enterVideoRoom,
  openVideoRoom,
  readGuestSignals,
  readRoomSignals,
  sendGuestSignal,
  sendRoomSignal,
} from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../testing/index.ts'
import { openField, videoAgreed, videoMessage, type Field } from './visits.fixture.ts'

describe('SRV-09 two browsers find each other through the server', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('each hears the other and nobody else; what was said goes with the room', async () => {
    const params = { visitId: await videoAgreed(field) }
    const { anyone } = field.world
    await field.near(openVideoRoom, { params })
    const entered = await anyone(enterVideoRoom, { body: { ...(await videoMessage(field)), consent: true } })
    const key = { roomId: entered.roomId, guestKey: entered.guestKey }
    await anyone(sendGuestSignal, { body: { ...key, signal: { type: 'hello' } } })
    const heard = await field.near(readRoomSignals, { params, query: {} })
    expect(heard).toMatchObject({ open: true, items: [{ signal: { type: 'hello' } }] })
    const after = String(heard.items[0]?.no ?? 0)
    expect((await field.near(readRoomSignals, { params, query: { after } })).items).toEqual([])
    const offer = { type: 'offer', sdp: 'v=0' } as const
    await field.near(sendRoomSignal, { params, body: { signal: offer } })
    expect((await anyone(readGuestSignals, { body: key })).items.map((one) => one.signal)).toEqual([offer])

    const bye = { signal: { type: 'bye' as const } }
    await expectRefusal(anyone(sendGuestSignal, { body: { ...key, guestKey: 'x', ...bye } }), 'visit.room_closed')
    await expectRefusal(field.far(sendRoomSignal, { params, body: bye }), 'visit.not_yours')
    await expectRefusal(field.far(readRoomSignals, { params, query: {} }), 'visit.not_yours')
    await field.near(closeVideoRoom, { params })
    expect(await anyone(readGuestSignals, { body: key })).toEqual({ items: [], open: false })
    expect(await arrange(field.world, 'select from video_signal')).toEqual([])
  })
})
