/** The list of assisted claims, the page of one, its paper files, and the insurers to choose from (ORG-01). */
import type {
  AssistView,
  getAssist as getRoute,
  getAssistPaper as fileRoute,
  listAssists as listRoute,
  listInsurers as insurersRoute,
} from '@anpei/contract/assist'
import type { Answer, Input } from '@anpei/contract/kernel'
import { assistCan, assistLifecycle, INSURER_STEPS, LETTER_WORDS } from '@anpei/domain/assist'
import { claimLifecycle } from '@anpei/domain/claims'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { formatYuan, ok, refuse, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { findFile, openFile, papersOf } from '../documents/index.ts'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { countUpTo, cursorOf, readCursor, staffNames, toldTotal } from '../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../sla/index.ts'
import { assistScope, findAssist, handedAtOf, housesOf, type FollowedClaim } from './store.ts'

type Row = {
  id: string
  assist_no: string
  state: string
  client_name: string
  insurer_name: string
  report_no: string | null
  outside_claim_no: string | null
  created_at: Instant
  updated_at: Instant
  news: number
  due_at: Instant | null
  due_clock: string | null
}

export async function listAssists(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const q = query.q?.trim()
  const mine = sql<boolean>`a.tenant_id = ${tx.actor.tenantId} and ${assistScope(tx.actor)}`
  const asked = sql<boolean>`${mine} and ${query.state ? sql`a.state = ${query.state}` : sql`true`}
    and ${query.news ? sql`a.news > 0` : sql`true`}
    and ${q ? sql`(a.client_name = ${q} or a.assist_no = ${q.toUpperCase()})` : sql`true`}`
  const beyond = place ? sql`(a.created_at, a.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`
  const count = (where: typeof mine) => countUpTo(tx.db, sql`select 1 from assisted_claim a where ${where}`)
  const [left, found, total, news] = await Promise.all([
    timeLeftBy(tx),
    sql<Row>`
      select a.id, a.assist_no, a.state, a.client_name, a.insurer_name, a.report_no, a.outside_claim_no, a.created_at,
        a.updated_at, a.news, a.due_at, a.due_clock
      from assisted_claim a where ${asked} and ${beyond} order by a.created_at desc, a.id desc
      limit ${query.limit + 1}`.execute(tx.db),
    place ? null : count(asked),
    count(sql<boolean>`${mine} and a.news > 0`),
  ])
  const shown = found.rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map((row) => toItem(row, left)),
    nextCursor: found.rows.length > query.limit && last ? cursorOf([last.created_at, last.id]) : null,
    ...toldTotal(total),
    withNews: toldTotal(news).total ?? 0,
  })
}

function toItem(row: Row, left: TellLeft) {
  const state = stateOf(assistLifecycle, row.state)
  return {
    id: row.id,
    assistNo: row.assist_no,
    state,
    stateWord: assistLifecycle.states[state].zh,
    clientName: row.client_name,
    insurerName: row.insurer_name,
    insurerNo: row.report_no ?? row.outside_claim_no,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    news: row.news,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
  }
}

export async function getAssist(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<AssistView>> {
  const found = await findAssist(tx, params.assistId)
  if (!found.ok) return found
  const assist = found.value
  const { tenantId } = tx.actor
  const [left, papers, handed, events] = await Promise.all([
    timeLeftBy(tx),
    papersOf(tx.db, tenantId, [assist.id], null),
    handedAtOf(tx.db, tenantId, assist.id),
    eventsOf(tx.db, tenantId, assist.id),
  ])
  const names = await staffNames(tx.db, tenantId, [
    ...(assist.ownerId ? [assist.ownerId] : []),
    ...events.flatMap((event) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
  ])
  const { idNumber, phone, accident } = assist.told
  return ok({
    id: assist.id,
    assistNo: assist.assistNo,
    state: assist.state,
    stateWord: assistLifecycle.states[assist.state].zh,
    clientName: assist.clientName,
    idNumberMasked: maskIdNumber(idNumber),
    phoneMasked: phone ? maskPhone(phone) : '',
    accident,
    insurerName: assist.insurerName,
    insurerHere: assist.insurerTenantId !== null,
    outsideClaimNo: assist.outsideClaimNo,
    reportNo: assist.reportNo,
    progress: assist.progress.map(toProgress),
    papers: papers.map((paper) => ({
      id: paper.id,
      code: paper.code,
      title: paper.title,
      receivedAt: paper.receivedAt,
      handedAt: handed.get(paper.id) ?? null,
      files: paper.files.map(({ id, mediaType, bytes }) => ({ id, mediaType, bytes })),
    })),
    owner: assist.ownerId ? (names.get(assist.ownerId) ?? '同事') : null,
    createdAt: assist.createdAt,
    submittedAt: assist.submittedAt,
    news: assist.news,
    dueAt: assist.dueAt,
    timeLeft: left(assist.dueAt, assist.dueClock),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      detail: detailOf(event),
      by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : '系统',
      reason: event.reason,
    })),
    can: assistCan(assist.state, assist.insurerTenantId),
  })
}

/** A claim of an insurer here has a state of the claims row, one outside a step that was noted by hand. */
function toProgress(claim: FollowedClaim) {
  const word = Object.entries({ ...INSURER_STEPS, ...wordsOf(claimLifecycle.states) }).find(
    ([code]) => code === claim.state,
  )
  return {
    claimNo: claim.claimNo,
    stateWord: word?.[1] ?? claim.state,
    payableFen: claim.payableFen,
    paidFen: claim.paidFen,
    letters: claim.letters.map((kind) => LETTER_WORDS[kind] ?? kind),
  }
}

function wordsOf(states: Readonly<Record<string, { readonly zh: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(states).map(([code, { zh }]) => [code, zh]))
}

function detailOf({ facts }: StoredEvent): string {
  const { state, step, payableFen, paidFen, count } = facts
  const parts: string[] = []
  if (typeof state === 'string') parts.push(assistLifecycle.states[stateOf(assistLifecycle, state)].zh)
  if (typeof step === 'string') parts.push(wordsOfSteps.get(step) ?? step)
  if (typeof payableFen === 'number' && payableFen > 0) parts.push(`核定 ${formatYuan(BigInt(payableFen))}`)
  if (typeof paidFen === 'number' && paidFen > 0) parts.push(`已付 ${formatYuan(BigInt(paidFen))}`)
  if (Array.isArray(facts['letters'])) parts.push(...facts['letters'].map((kind) => LETTER_WORDS[String(kind)] ?? ''))
  if (typeof count === 'number') parts.push(`${count} 件`)
  return parts.filter(Boolean).join('，')
}

const wordsOfSteps: ReadonlyMap<string, string> = new Map(Object.entries(INSURER_STEPS))

export async function getAssistPaper(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [assist, file] = await Promise.all([
    findAssist(tx, params.assistId),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!assist.ok) return assist
  if (file?.subjectKind !== 'assisted_claim' || file.subjectId !== assist.value.id) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}

export async function listInsurers(tx: Tx): Promise<Decision<Answer<typeof insurersRoute>>> {
  return ok({ items: (await housesOf(tx)).insurers })
}
