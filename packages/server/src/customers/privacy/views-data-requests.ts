/** The list of requests by due time, one request, and its files (CUS-07, L13). */
import type {
  DataRequestRow,
  DataRequestView,
  getDataRequest as getRoute,
  getDataRequestFile as fileRoute,
  listDataRequests as listRoute,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  dataRequestCan,
  dataRequestLifecycle,
  maskPhone,
  REQUEST_KINDS,
  retentionRunLifecycle,
} from '@anpei/domain/customers'
import { holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { findFile, openFile, papersOf } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import {
  countRequests,
  filesOfRequest,
  findRequest,
  openTold,
  requestScope,
  requestsWhere,
  type RequestRow,
} from './store-data-requests.ts'

export async function listDataRequests(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const open = query.show === 'open'
  const asked = sql`r.state in (${sql.join(open ? ['received', 'verified'] : ENDED)})
    and ${query.kind ? sql`r.kind = ${query.kind}` : sql`true`}
    and ${query.personId ? sql`r.person_id = ${query.personId}` : sql`true`}
    and ${requestScope(tx.actor)}`
  const beyond = !place
    ? sql`true`
    : open
      ? sql`(coalesce(r.due_at, 'infinity'), r.id) > (${place[0]}::timestamptz, ${place[1]}::uuid)`
      : sql`(r.received_at, r.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
  const order = open ? sql`coalesce(r.due_at, 'infinity'), r.id` : sql`r.received_at desc, r.id desc`
  const [left, rows, total] = await Promise.all([
    timeLeftBy(tx),
    requestsWhere(tx, sql`${asked} and ${beyond} order by ${order} limit ${query.limit + 1}`),
    place ? null : countRequests(tx, asked),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [open ? (row.due_at ?? 'infinity') : row.received_at, row.id],
      (row) => itemOf(row, left),
      total,
    ),
  )
}

const ENDED = ['answered', 'refused', 'closed', 'withdrawn']

export async function getDataRequest(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<DataRequestView>> {
  return requestView(tx, params.requestId)
}

export async function requestView(tx: Tx, requestId: string): Promise<Decision<DataRequestView>> {
  const { tenantId } = tx.actor
  const [request, files, proofs, left] = await Promise.all([
    findRequest(tx, requestId),
    filesOfRequest(tx.db, tenantId, requestId),
    papersOf(tx.db, tenantId, [requestId], null),
    timeLeftBy(tx),
  ])
  if (!request) return refuse('request.not_found')
  const told = openTold(tx, request)
  const may = {
    record: holds(tx.actor, 'privacy.record'),
    answer: holds(tx.actor, 'privacy.answer'),
    correct: holds(tx.actor, 'person.edit'),
  }
  return ok({
    ...itemOf(request, left),
    channel: request.channel,
    asks: told.asks,
    askerName: told.askerName,
    relation: told.relation,
    phoneMasked: told.phone ? maskPhone(told.phone) : '',
    checkedHow: request.checked_how,
    checkedNote: told.checked,
    checkedBy: request.checked_by_name,
    checkedAt: request.checked_at,
    outcome: request.outcome,
    refusal: request.refusal,
    answer: told.answer,
    answeredBy: request.answered_by_name,
    answeredAt: request.answered_at,
    delivered: request.delivered,
    changeId: request.change_id,
    runId: request.run_id,
    runWord: runWord(request.run_state),
    closedAt: request.closed_at,
    files: [
      ...files.map((file) => ({
        id: file.id,
        what: whatOf(file.what),
        fileName: file.file_name,
        bytes: file.byte_count,
        sha256: file.sha256.toString('hex'),
        madeAt: file.made_at,
      })),
      ...proofs.flatMap((paper) =>
        paper.files.map((file) => ({
          id: file.id,
          what: 'proof' as const,
          fileName: file.fileName,
          bytes: file.bytes,
          sha256: '',
          madeAt: paper.receivedAt,
        })),
      ),
    ],
    can: dataRequestCan(request, may),
  })
}

/** A copy, or the proof of delivery; the look is in the log. */
export async function getDataRequestFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const { tenantId } = tx.actor
  const request = await findRequest(tx, params.requestId)
  if (!request) return refuse('request.not_found')
  tx.look({
    name: 'data_request.file_read',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
  })
  const copy = (await filesOfRequest(tx.db, tenantId, request.id)).find((file) => file.id === params.fileId)
  if (copy) {
    const bytes = tx.vault.open(copy.salt, await tx.app.files.get(tenantId, copy.id))
    return ok({ fileName: copy.file_name, mediaType: copy.media_type, bytes })
  }
  const proof = await findFile(tx.db, tenantId, params.fileId)
  if (proof?.subjectKind !== 'data_request' || proof.subjectId !== request.id) return refuse('request.not_found')
  return ok(await openFile(tx, proof, false))
}

function itemOf(row: RequestRow, left: TellLeft): DataRequestRow {
  return {
    id: row.id,
    requestNo: row.request_no,
    personId: row.person_id,
    personName: row.person_name,
    kind: row.kind,
    kindWord: REQUEST_KINDS[row.kind],
    state: row.state,
    stateWord: dataRequestLifecycle.states[row.state].zh,
    asker: row.asker,
    receivedAt: row.received_at,
    owner: row.owner_name,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
  }
}

function runWord(state: string | null): string | null {
  return state === null ? null : retentionRunLifecycle.states[stateOf(retentionRunLifecycle, state)].zh
}

function whatOf(what: string): 'copy' | 'table' | 'proof' {
  return what === 'copy' || what === 'table' ? what : 'proof'
}
