/**
 * Video help (SRV-09): peer to peer between two browsers, signalling by our own server. The elder's page is entered by
 * the link and a code sent to the telephone, after the consent; nothing is recorded.
 */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'
import { visitParams } from './routes-arrange.ts'

const IceServers = z.array(
  z.object({
    urls: z.union([z.string(), z.array(z.string())]),
    username: z.string().optional(),
    credential: z.string().optional(),
  }),
)
/** `hello`: somebody is there; offer and answer carry their candidates; `bye`: hung up. */
export const Signal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('bye') }),
  z.object({ type: z.literal('offer'), sdp: z.string().min(1).max(18_000) }),
  z.object({ type: z.literal('answer'), sdp: z.string().min(1).max(18_000) }),
])
export type Signal = z.output<typeof Signal>
const Signals = z.object({ items: z.array(z.object({ no: z.int(), signal: Signal })), open: z.boolean() })

export const openVideoRoom = route({
  id: 'openVideoRoom',
  method: 'POST',
  path: '/api/visits/:visitId/room',
  permission: 'visit.make',
  summary: '打开视频房间，链接和验证码发给客户',
  params: visitParams,
  answer: z.object({ roomId: Id, expiresAt: Instant, told: z.string(), iceServers: IceServers }),
})
export const sendRoomSignal = route({
  id: 'sendRoomSignal',
  method: 'POST',
  path: '/api/visits/:visitId/room/signals',
  permission: 'visit.make',
  summary: '视频接通用的信令（工作人员）',
  params: visitParams,
  body: z.object({ signal: Signal }),
})
export const readRoomSignals = route({
  id: 'readRoomSignals',
  method: 'GET',
  path: '/api/visits/:visitId/room/signals',
  permission: 'visit.make',
  summary: '客户发来的信令',
  params: visitParams,
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  answer: Signals,
})
export const closeVideoRoom = route({
  id: 'closeVideoRoom',
  method: 'POST',
  path: '/api/visits/:visitId/room/close',
  permission: 'visit.make',
  summary: '关闭视频房间',
  params: visitParams,
})

const guest = z.object({ roomId: Id, guestKey: Text(60) })

export const enterVideoRoom = route({
  id: 'enterVideoRoom',
  method: 'POST',
  path: '/api/portal/video/enter',
  permission: 'public',
  summary: '凭链接和验证码进入视频；须先同意',
  body: z.object({ token: Text(60), code: z.string().regex(/^\d{6}$/), consent: z.literal(true) }),
  answer: guest.extend({ iceServers: IceServers }),
})
export const sendGuestSignal = route({
  id: 'sendGuestSignal',
  method: 'POST',
  path: '/api/portal/video/send',
  permission: 'public',
  summary: '视频接通用的信令（客户）',
  body: guest.extend({ signal: Signal }),
})
export const readGuestSignals = route({
  id: 'readGuestSignals',
  method: 'POST',
  path: '/api/portal/video/signals',
  permission: 'public',
  summary: '工作人员发来的信令',
  body: guest.extend({ after: z.int().min(0).default(0) }),
  answer: Signals,
})
