/**
 * CMP-14: how complaints are published. The figures of a period that is over are frozen, measures are written to them,
 * another person publishes. What was published never changes; a correction is a new version that says why. Nobody sees
 * more of it than the public will: small counts are hidden when the figures are frozen (see hiding).
 */
import { defineLifecycle, ok, refuse, type Day, type Decision } from '../../kernel/index.ts'
import { isWithin, type FigurePeriod } from './counting.ts'

export const publicationLifecycle = defineLifecycle({
  name: 'complaint_publication',
  table: 'complaint_publication',
  zh: '投诉情况公布',
  initial: 'drafted',
  states: {
    drafted: { zh: '草稿', en: 'drafted', phase: 'open' },
    waiting: { zh: '待批准', en: 'waits for approval', phase: 'open' },
    published: { zh: '已公布', en: 'published', phase: 'ended' },
    dropped: { zh: '已作废', en: 'dropped', phase: 'ended' },
  },
  transitions: {
    submit: { from: ['drafted'], to: 'waiting', permission: 'complaint.publish', zh: '提交批准' },
    return: { from: ['waiting'], to: 'drafted', permission: 'complaint.publish', zh: '退回' },
    publish: { from: ['waiting'], to: 'published', permission: 'complaint.publish', zh: '批准并公布' },
    drop: { from: ['drafted', 'waiting'], to: 'dropped', permission: 'complaint.publish', zh: '作废' },
  },
})
export type PublicationState = keyof typeof publicationLifecycle.states

type Drafting = {
  readonly period: FigurePeriod
  readonly today: Day
  /** Periods of which something is published. */
  readonly published: readonly FigurePeriod[]
  readonly isOpen: boolean
  readonly reason: string
}

/** A part is not published after its whole: the whole would give away what the part hides. */
export function decideDrafting({ period, today, published, isOpen, reason }: Drafting): Decision<null> {
  if (period.to >= today.slice(0, 7)) return refuse('complaint.period_not_over', { period: period.name })
  if (isOpen) return refuse('complaint.publication_open', { period: period.name })
  const whole = published.find((one) => isWithin(period, one))
  const isCorrection = published.some(({ key }) => key === period.key)
  if (whole && !isCorrection) return refuse('complaint.period_within_published', { period: whole.name })
  if (isCorrection && reason === '') return refuse('complaint.correction_reason_missing')
  return ok(null)
}

type Publishing = {
  readonly actorId: string
  readonly writers: readonly (string | null)[]
  /** Whether something that overlaps was published since the figures were frozen. */
  readonly isOutdated: boolean
}

export function decidePublishing({ actorId, writers, isOutdated }: Publishing): Decision<null> {
  if (writers.includes(actorId)) return refuse('complaint.own_publication')
  if (isOutdated) return refuse('complaint.figures_outdated')
  return ok(null)
}

export const statisticsEventCatalogue = {
  'publication.drafted': '起草投诉情况公布 {period}，冻结数字',
  'publication.submitted': '提交投诉情况公布 {period}',
  'publication.returned': '退回投诉情况公布 {period}',
  'publication.published': '公布投诉情况 {period} 第 {version} 版',
  'publication.dropped': '作废投诉情况公布稿 {period}',
} as const
