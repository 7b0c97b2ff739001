/** CMP-13: review meetings, and their pack as a printed page and as a workbook. */
import type {
  getReview as route,
  getReviewPack as packRoute,
  listReviews as listRoute,
  ReviewView,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { REVIEW_FUNCTIONS, reviewLifecycle } from '@anpei/domain/complaints'
import { minuteText, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { reportPdf, reportWorkbook } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import type { PrintedTable } from './printed-table.ts'
import { reviewCases } from './review-cases.ts'
import { reviewFigures } from './review-figures.ts'
import { improvementScope, improvementsWhere } from './store-improvements.ts'
import { minutesOf, reviewsWhere, type ReviewRecord } from './store-reviews.ts'

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export async function listReviews(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond = at === undefined ? sql`true` : sql`(m.prepared_at, m.id) < (${at}::timestamptz, ${id}::uuid)`
  const found = await reviewsWhere(tx, sql`${beyond} order by m.prepared_at desc, m.id desc limit ${query.limit + 1}`)
  return ok(pageOf(found, query.limit, (one) => [one.preparedAt, one.id], itemOf))
}

function itemOf({ id, reviewNo, state, title, from, to, meetOn, place }: ReviewRecord) {
  return { id, reviewNo, state, stateWord: reviewLifecycle.states[state].zh, title, from, to, meetOn, place }
}

export async function getReview(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ReviewView>> {
  const [review] = await reviewsWhere(tx, sql`m.id = ${params.reviewId}`)
  return review ? ok(await viewOf(tx, review)) : refuse('request.not_found')
}

async function viewOf(tx: Tx, review: ReviewRecord): Promise<ReviewView> {
  const { preparedBy, heldBy } = review
  const [figures, tables, { participants, decisions }, names] = await Promise.all([
    reviewFigures(tx, review.standings),
    reviewCases(tx, review),
    minutesOf(tx, review.id),
    staffNames(tx.db, tx.actor.tenantId, [preparedBy, ...(heldBy ? [heldBy] : [])]),
  ])
  const ids = decisions.flatMap((one) => one.improvementId ?? [])
  const seen =
    ids.length === 0
      ? []
      : await improvementsWhere(tx, sql`i.id = any(${ids}::uuid[]) and ${improvementScope(tx, 'complaint.improve')}`)
  const numbers = new Map(seen.map(({ id, improvementNo }) => [id, { id, improvementNo }]))
  return {
    ...itemOf(review),
    preparedBy: names.get(preparedBy) ?? '同事',
    preparedAt: review.preparedAt,
    tables: [...figures, ...tables].map(copied),
    minutes: review.minutes,
    heldOn: review.heldOn,
    heldBy: heldBy && (names.get(heldBy) ?? '同事'),
    participants: participants.map((one) => ({ ...one, functionWord: REVIEW_FUNCTIONS[one.function] })),
    decisions: decisions.map(({ improvementId, ...rest }) => ({
      ...rest,
      improvement: numbers.get(improvementId ?? '') ?? null,
    })),
    can: review.state === 'prepared' ? ['hold'] : [],
  }
}

function copied({ title, head, rows, note }: PrintedTable) {
  return { title, head: [...head], rows: rows.map((row) => [...row]), note }
}

export async function getReviewPack(tx: Tx, { params }: Input<typeof packRoute>): Promise<Decision<FileAnswer>> {
  const [review] = await reviewsWhere(tx, sql`m.id = ${params.reviewId}`)
  if (!review) return refuse('request.not_found')
  const view = await viewOf(tx, review)
  const when = view.heldOn === null ? `定于 ${view.meetOn} 召开` : `${view.heldOn} 召开`
  const pack = {
    title: `${view.title}（${view.reviewNo}）`,
    summary: `期间 ${view.from} 至 ${view.to}；${[when, view.place].filter(Boolean).join('，')}。`,
    tables: [...meetingTables(view), ...view.tables],
  }
  const { format } = params
  const madeAt = minuteText(tx.now)
  const bytes = format === 'pdf' ? await reportPdf(pack, madeAt) : await reportWorkbook(pack)
  return ok({ bytes, mediaType: MEDIA_TYPES[format], fileName: `复盘会-${view.reviewNo}.${format}` })
}

/** Of a meeting that was held: who, what, who does what. */
function meetingTables(view: ReviewView): PrintedTable[] {
  if (view.heldOn === null) return []
  return [
    {
      title: '参加人',
      head: ['职能', '姓名'],
      rows: view.participants.map((one) => [one.functionWord, one.name]),
      note: '',
    },
    { title: '纪要', head: ['内容'], rows: view.minutes.split('\n').map((line) => [line]), note: '' },
    {
      title: '决定',
      head: ['序号', '内容', '负责人', '期限', '整改'],
      rows: view.decisions.map((one) => [
        one.no,
        one.text,
        one.ownerName,
        one.dueOn,
        one.improvement?.improvementNo ?? '—',
      ]),
      note: view.decisions.length === 0 ? '没有作出决定。' : '',
    },
  ]
}
