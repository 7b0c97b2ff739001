/** The sharing register, its agreements, and the list of exports (CUS-09). */
import type {
  getAgreement as fileRoute,
  listExports as exportsRoute,
  listSharedOfPerson as sharedRoute,
  listSharing as listRoute,
  SharingEntry,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideSharing, sharingLifecycle } from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { purposes } from './privacy-lists.ts'
import { loadPersonData } from '../store-persons.ts'
import { exportsOf, findSharing, pushedOf, sharedOf, sharingEntries, type SharingRow } from './store-sharing.ts'

export async function listSharing(tx: Tx): Promise<Decision<Answer<typeof listRoute>>> {
  const rows = await sharingEntries(tx.db, tx.actor.tenantId)
  return ok({
    entries: rows.map((row) => viewOf(tx, row)),
    purposes: purposes().map(({ id, title }) => ({ id, title })),
  })
}

export async function sharingView(tx: Tx, entryId: string): Promise<Decision<SharingEntry>> {
  const row = await findSharing(tx.db, tx.actor.tenantId, entryId)
  return row ? ok(viewOf(tx, row)) : refuse('request.not_found')
}

export async function getAgreement(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [row, file] = await Promise.all([
    findSharing(tx.db, tx.actor.tenantId, params.entryId),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!row || file?.documentId !== row.agreement_document_id) return refuse('request.not_found')
  tx.look({ name: 'sharing.agreement_read', subject: { kind: 'sharing_entry', id: row.id } })
  return ok(await openFile(tx, file, false))
}

export async function listExports(
  tx: Tx,
  { query }: Input<typeof exportsRoute>,
): Promise<Decision<Answer<typeof exportsRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const no = query.no?.trim().toUpperCase() || null
  const rows = await exportsOf(tx.db, tx.actor.tenantId, { no, before: place, limit: query.limit + 1 })
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.made_at, row.id],
      (row) => ({
        id: row.id,
        exportNo: row.export_no,
        what: WHAT[row.what] ?? row.what,
        format: row.format,
        partner: row.partner,
        reason: row.reason,
        rowCount: row.row_count,
        madeBy: row.made_by_name,
        madeAt: row.made_at,
      }),
    ),
  )
}

export async function listSharedOfPerson(
  tx: Tx,
  { params, query }: Input<typeof sharedRoute>,
): Promise<Decision<Answer<typeof sharedRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'privacy.read', params.personId)
  if (!person) return refuse('request.not_found')
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const [rows, pushes] = await Promise.all([
    sharedOf(tx, person.id, { before: place, limit: query.limit + 1 }),
    pushedOf(tx, person.id),
  ])
  const page = pageOf(
    rows,
    query.limit,
    (row) => [row.made_at, row.id],
    (row) => ({
      id: row.id,
      exportNo: row.export_no,
      what: WHAT[row.what] ?? row.what,
      partner: row.partner,
      purposeTitle: titleOf(row.purpose),
      scope: row.scope,
      reason: row.reason,
      madeBy: row.made_by_name,
      madeAt: row.made_at,
    }),
  )
  return ok({ ...page, pushes })
}

function titleOf(purpose: string): string {
  return purposes().find((one) => one.id === purpose)?.title ?? purpose
}

const WHAT: Readonly<Record<string, string>> = {
  claims: '赔案列表',
  complaints: '投诉列表',
  payments: '支付列表',
  roster_rejects: '花名册问题行',
  complaint_rejects: '历史投诉问题行',
  data_request_copy: '个人信息副本',
  bank_file: '付款文件',
  bank_transfer: '即时转账指令',
  insurer_case: '协助理赔：报案信息',
  insurer_papers: '协助理赔：理赔资料',
  authority_letter: '调取资料函',
}

function viewOf(tx: Tx, row: SharingRow): SharingEntry {
  const { state } = row
  const mayCheck = state === 'waiting' && row.made_by !== tx.actor.id && holds(tx.actor, 'privacy.check')
  const mayEnd = state === 'active' && holds(tx.actor, 'privacy.answer')
  const known = { state, fromOn: row.from_on, toOn: row.to_on }
  return {
    id: row.id,
    partner: row.partner,
    kind: row.kind,
    purpose: row.purpose,
    purposeTitle: titleOf(row.purpose),
    scope: row.scope,
    fromOn: row.from_on,
    toOn: row.to_on,
    state,
    stateWord: sharingLifecycle.states[state].zh,
    inForce: decideSharing(known, dayOfInstant(tx.now)).ok,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    checkedBy: row.checked_by_name,
    checkedAt: row.checked_at,
    comment: row.comment,
    files: row.agreement_files ?? [],
    can: [...(mayCheck ? ['decide'] : []), ...(mayEnd ? ['end'] : [])],
  }
}
