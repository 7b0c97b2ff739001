/**
 * CUS-07: what an account of the portal sees of requests about a person: that they stand and until when, of
 * everybody's; the answer and the copies, only of what it asked itself and was answered there.
 */
import { REQUEST_OUTCOMES } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { filesOfRequest, openTold, requestsOfPerson, requestsWhere, type RequestRow } from './store-data-requests.ts'
import { sql } from 'kysely'

type Told = { readonly outcomeWord: string | null; readonly answer: string; readonly files: readonly OwnFile[] }
type OwnFile = { readonly id: string; readonly what: 'copy' | 'table' }
const NOTHING: Told = { outcomeWord: null, answer: '', files: [] }

export async function ownRequests(tx: Tx, personId: string): Promise<readonly (RequestRow & Told)[]> {
  const rows = await requestsOfPerson(tx, personId)
  return Promise.all(rows.map(async (row) => ({ ...row, ...(await toldOf(tx, row)) })))
}

async function toldOf(tx: Tx, row: RequestRow): Promise<Told> {
  if (row.account_id !== tx.actor.id || row.answered_at === null) return NOTHING
  const { answer } = openTold(tx, row)
  return {
    outcomeWord: row.outcome === null ? null : REQUEST_OUTCOMES[row.outcome],
    answer,
    files: (await copiesHere(tx, row)).map(({ id, what }) => ({ id, what: what === 'table' ? 'table' : 'copy' })),
  }
}

async function copiesHere(tx: Tx, row: RequestRow) {
  if (row.delivered !== 'portal') return []
  return (await filesOfRequest(tx.db, tx.actor.tenantId, row.id)).filter((file) => file.what !== 'proof')
}

/** `mayActFor`: whether the account acts for this person today. */
export async function ownRequestFile(
  tx: Tx,
  asked: { readonly requestId: string; readonly fileId: string },
  mayActFor: (personId: string) => Promise<boolean>,
): Promise<Decision<FileAnswer>> {
  const [row] = await requestsWhere(tx, sql`r.id = ${asked.requestId} and r.account_id = ${tx.actor.id} limit 1`)
  if (!row || row.answered_at === null || !(await mayActFor(row.person_id))) return refuse('request.not_found')
  const file = (await copiesHere(tx, row)).find((one) => one.id === asked.fileId)
  if (!file) return refuse('request.not_found')
  tx.look({
    name: 'data_request.file_read',
    subject: { kind: 'data_request', id: row.id },
    personId: row.person_id,
  })
  const bytes = tx.vault.open(file.salt, await tx.app.files.get(tx.actor.tenantId, file.id))
  return ok({ fileName: file.file_name, mediaType: file.media_type, bytes })
}
