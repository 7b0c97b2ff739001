/** The papers of a person across all matters (CUS-02); what stands under seal is left out (CUS-11). */
import type { getPersonPaper as fileRoute, listPersonPapers as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { findFile, openFile } from '../documents/index.ts'
import { seenUnderSeal } from '../events/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { loadPersonData } from './store-persons.ts'

type Row = {
  id: string
  title: string
  subject_kind: string
  subject_id: string
  channel: string
  received_at: Instant
  recorded_by_name: string | null
  verdict: 'accepted' | 'rejected' | null
  files: { id: string; mediaType: string; fileName: string }[]
}

export async function listPersonPapers(
  tx: Tx,
  { params, query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  const place = readCursor(query.cursor, 2)
  const before = place
    ? sql<boolean>`(d.received_at, d.id) < (${place[0] ?? ''}::timestamptz, ${place[1] ?? ''}::uuid)`
    : sql<boolean>`true`
  const rows = await papers(tx, person.id, before, query.limit + 1)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.received_at, row.id],
      (row) => ({
        id: row.id,
        title: row.title,
        subject: { kind: row.subject_kind, id: row.subject_id },
        channel: row.channel,
        receivedAt: row.received_at,
        recordedBy: row.recorded_by_name,
        verdict: row.verdict,
        files: row.files,
      }),
    ),
  )
}

export async function getPersonPaper(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  const file = person && (await findFile(tx.db, tx.actor.tenantId, params.fileId))
  if (!file) return refuse('request.not_found')
  const [paper] = await papers(tx, person.id, sql<boolean>`d.id = ${file.documentId}::uuid`, 1)
  return paper ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

async function papers(tx: Tx, personId: string, which: RawBuilder<boolean>, limit: number): Promise<Row[]> {
  const { tenantId } = tx.actor
  // The recording of a call is heard at the call, for a reason (CUS-08).
  const { rows } = await sql<Row>`
    select d.id, d.title, d.subject_kind, d.subject_id, d.channel, d.received_at, u.name as recorded_by_name, d.verdict,
      (select coalesce(json_agg(json_build_object('id', f.id, 'mediaType', f.media_type, 'fileName', f.file_name)
          order by f.id), '[]') from unnest(d.file_ids) as i(id)
        join stored_file f on f.tenant_id = d.tenant_id and f.id = i.id) as files
    from document d left join staff_user u on u.tenant_id = d.tenant_id and u.id = d.recorded_by
    where d.tenant_id = ${tenantId} and d.person_id in (
      select id from person where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId}))
      and d.subject_kind <> 'call' and ${which}
      and ${seenUnderSeal(tx.actor, tx.now, sql`d.subject_kind`, sql`d.subject_id`)}
    order by d.received_at desc, d.id desc limit ${limit}`.execute(tx.db)
  return rows
}
