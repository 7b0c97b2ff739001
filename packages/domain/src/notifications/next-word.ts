/** NTF-04: what happens with a notice at its next instant, in words for the outbox, read behind the time. */
import type { Instant } from '../kernel/index.ts'
import { isByHand, type NoticeChannel } from './channels.ts'
import type { NoticeState } from './lifecycles.ts'
import { later } from './next-act.ts'
import type { QuietHours } from './notice-plan.ts'
import { endOfQuiet } from './quiet-hours.ts'

export type NoticeAhead = {
  readonly state: NoticeState
  readonly channel: NoticeChannel
  readonly urgent: boolean
  /** The attempt of this channel has begun. */
  readonly isBegun: boolean
  readonly isLastStep: boolean
  readonly dueAt: Instant | null
}

/** `前没有回执，改用下一渠道`; null: nothing is waited for. */
export function nextWord(notice: NoticeAhead, quiet: QuietHours): string | null {
  const { state, channel, dueAt, isBegun } = notice
  if (dueAt === null) return null
  const otherwise = notice.isLastStep ? '记为未能送达' : '改用下一渠道'
  if (state === 'sent') return `前没有回执，${otherwise}`
  if (state === 'delivered') return `前没有看到，${otherwise}`
  if (state !== 'waiting') return null
  if (isByHand(channel)) return isBegun ? `前没有办好，${otherwise}` : '交人办理'
  if (isBegun) return '没有发成，再试'
  const isMorning = !notice.urgent && endOfQuiet(quiet, later(dueAt, -1)) === dueAt
  return isMorning ? '发出（夜里不打扰）' : '发出'
}
