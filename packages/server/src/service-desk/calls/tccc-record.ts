/**
 * SRV-03: the call record 腾讯云联络中心 pushes when a call is over (电话 CDR 数据推送, `action=cdr&version=1`): times in
 * seconds since 1970, 0 where something did not happen; `Direction` 0 in, 1 out; `HungUpSide` user or seat.
 */
import { z } from 'zod'
import type { CallWord } from '@anpei/domain/service-desk'
import type { HeardCall } from './hear-call.ts'

const Seconds = z.int().nonnegative().default(0)
const Cdr = z.looseObject({
  SessionId: z.string().min(1).max(120),
  Caller: z.string().max(40).default(''),
  Callee: z.string().max(40).default(''),
  Direction: z.union([z.literal(0), z.literal(1)]),
  StartTimestamp: Seconds,
  QueuedTimestamp: Seconds,
  RingTimestamp: Seconds,
  AcceptTimestamp: Seconds,
  EndedTimestamp: Seconds,
  HungUpSide: z.string().max(20).default(''),
  SeatUser: z.looseObject({ UserId: z.string().max(60).default('') }).nullish(),
  RecordURL: z.string().max(500).default(''),
  CustomRecordURL: z.string().max(500).default(''),
  IVRKeyPressed: z.array(z.string().max(10)).max(100).nullish(),
})
const Recording = z.looseObject({
  SessionId: z.string().min(1).max(120),
  RecordURL: z.string().max(500).default(''),
  CustomRecordURL: z.string().max(500).default(''),
})

type TcccRecord = HeardCall & { readonly pressed: readonly string[] }

/** Null where it is no call record. */
export function readTcccRecord(body: unknown): TcccRecord | null {
  const read = Cdr.safeParse(body)
  if (!read.success) return null
  const cdr = read.data
  const isIn = cdr.Direction === 0
  return {
    vendor: 'tccc',
    callNo: cdr.SessionId,
    direction: isIn ? 'in' : 'out',
    lineNumber: isIn ? cdr.Callee : cdr.Caller,
    phone: isIn ? cdr.Caller : cdr.Callee,
    extension: cdr.SeatUser?.UserId ?? '',
    language: null,
    words: wordsOf(cdr),
    recording: cdr.CustomRecordURL || cdr.RecordURL,
    recordingNotice: null,
    pressed: cdr.IVRKeyPressed ?? [],
  }
}

/** The push of a recording (电话录音数据推送, `action=record`); null where it is none. */
export function readTcccRecording(body: unknown): { vendor: 'tccc'; callNo: string; recording: string } | null {
  const read = Recording.safeParse(body)
  if (!read.success) return null
  const { SessionId, RecordURL, CustomRecordURL } = read.data
  return { vendor: 'tccc', callNo: SessionId, recording: CustomRecordURL || RecordURL }
}

function wordsOf(cdr: z.output<typeof Cdr>): CallWord[] {
  // The customer waits for a human from the queue on; the menu before it is not a ring.
  const rang = cdr.QueuedTimestamp || cdr.RingTimestamp || cdr.StartTimestamp
  return [
    { what: 'rang', at: instant(rang) },
    ...(cdr.AcceptTimestamp > 0 ? [{ what: 'answered', at: instant(cdr.AcceptTimestamp) } as const] : []),
    ...(cdr.EndedTimestamp > 0
      ? [{ what: 'ended', at: instant(cdr.EndedTimestamp), by: endedBy(cdr.HungUpSide) } as const]
      : []),
  ]
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

function endedBy(side: string): 'customer' | 'agent' | 'system' {
  if (side === 'user') return 'customer'
  return side === 'seat' ? 'agent' : 'system'
}
