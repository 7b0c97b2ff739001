/**
 * Writes and reads papers and the files they are made of. Bytes lie sealed in the file store; rows hold no personal
 * value.
 */
import { isWarning, type WarningCode } from '@anpei/domain/documents'
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { writeAsOne, type Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'

export type NewDocument = {
  readonly id: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId: string | null
  readonly code: string
  readonly title: string
  readonly channel: string
  readonly receivedAt: Instant
  readonly recordedBy: string | null
  readonly fileIds: readonly string[]
}
export type NewFile = {
  readonly id: string
  readonly documentId: string
  readonly personId: string | null
  readonly contentHash: Buffer
  readonly salt: Buffer
  readonly byteCount: number
  readonly mediaType: string
  readonly fileName: string
  readonly scan: 'clean' | 'not_scanned'
  readonly warnings: readonly WarningCode[]
}

export async function insertPapers(
  db: Db,
  tenantId: number,
  now: Instant,
  documents: readonly NewDocument[],
  files: readonly NewFile[],
): Promise<void> {
  await writeAsOne(db, [
    db.insertInto('document').values(
      documents.map((paper) => ({
        tenant_id: tenantId,
        id: paper.id,
        subject_kind: paper.subject.kind,
        subject_id: paper.subject.id,
        person_id: paper.personId,
        kind: paper.code,
        title: paper.title,
        channel: paper.channel,
        file_ids: [...paper.fileIds],
        received_at: paper.receivedAt,
        recorded_by: paper.recordedBy,
        recorded_at: now,
      })),
    ),
    db.insertInto('stored_file').values(
      files.map((file) => ({
        tenant_id: tenantId,
        id: file.id,
        document_id: file.documentId,
        person_id: file.personId,
        content_hash: file.contentHash,
        salt: file.salt,
        byte_count: file.byteCount,
        media_type: file.mediaType,
        file_name: file.fileName,
        scan: file.scan,
        quality: JSON.stringify({ codes: file.warnings }),
        stored_at: now,
      })),
    ),
  ])
}

/** Papers that came before it was known whose they are. */
export async function givePapersTo(
  db: Db,
  tenantId: number,
  subject: { readonly kind: string; readonly id: string },
  personId: string | null,
  from: string | null = null,
): Promise<void> {
  await sql`with papers as (update document set person_id = ${personId} where tenant_id = ${tenantId}
      and subject_kind = ${subject.kind} and subject_id = ${subject.id}
        and (person_id is null or person_id = ${from}::uuid) returning id)
    update stored_file set person_id = ${personId} where tenant_id = ${tenantId}
      and document_id in (select id from papers)`.execute(db)
}

/** Papers that go on with another case than the one they came with. */
export async function movePapers(
  db: Db,
  tenantId: number,
  documentIds: readonly string[],
  to: { readonly kind: string; readonly id: string },
): Promise<void> {
  await sql`update document set subject_kind = ${to.kind}, subject_id = ${to.id}
    where tenant_id = ${tenantId} and id = any(${[...documentIds]}::uuid[])`.execute(db)
}

/**
 * Files with the same content that we hold already: hash (hex) → persons whose papers they are. What came with a
 * message is no paper yet: taken over as one it is not handed in twice, nor by somebody else.
 */
export async function ownersOfContents(
  db: Db,
  tenantId: number,
  hashes: readonly Buffer[],
): Promise<Map<string, (string | null)[]>> {
  // Each hash is looked up by itself: one statement text however many they are, and never a walk through all files.
  const found = await sql<{ content_hash: Buffer; person_id: string | null }>`
    select f.content_hash, f.person_id from unnest(${[...hashes]}::bytea[]) as h(hash), lateral (
      select s.content_hash, s.person_id from stored_file s
      join document d on d.tenant_id = s.tenant_id and d.id = s.document_id and d.subject_kind <> 'request'
      where s.tenant_id = ${tenantId} and s.content_hash = h.hash limit 30) f`.execute(db)
  const owners = new Map<string, (string | null)[]>()
  for (const row of found.rows) {
    const key = row.content_hash.toString('hex')
    owners.set(key, [...(owners.get(key) ?? []), row.person_id])
  }
  return owners
}

/** Which of some files also lie, by their content, among the papers of a case that were not sent back. */
export async function filesAlsoWith(
  tx: Pick<Tx, 'db' | 'actor'>,
  { kind, id }: { readonly kind: string; readonly id: string },
  fileIds: readonly string[],
): Promise<string[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ id: string }>`select f.id from stored_file f
    where f.tenant_id = ${tenantId} and f.id = any(${[...fileIds]}::uuid[]) and exists (
      select from document d join stored_file s on s.tenant_id = d.tenant_id and s.document_id = d.id
      where d.tenant_id = ${tenantId} and d.subject_kind = ${kind} and d.subject_id = ${id}
        and d.verdict is distinct from 'rejected' and s.content_hash = f.content_hash)`.execute(tx.db)
  return rows.map((row) => row.id)
}

export type StoredFile = {
  readonly id: string
  readonly documentId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly salt: Buffer
  readonly mediaType: string
  readonly fileName: string
}

export async function findFile(db: Db, tenantId: number, fileId: string): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('stored_file as f')
    .innerJoin('document as d', (join) =>
      join.onRef('d.tenant_id', '=', 'f.tenant_id').onRef('d.id', '=', 'f.document_id'),
    )
    .select(['f.id', 'f.document_id', 'd.subject_kind', 'd.subject_id', 'f.salt', 'f.media_type', 'f.file_name'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.id', '=', fileId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      documentId: row.document_id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      salt: row.salt,
      mediaType: row.media_type,
      fileName: row.file_name,
    }
  )
}

export type PaperRow = {
  readonly id: string
  readonly subjectId: string
  readonly code: string
  readonly title: string
  readonly channel: string
  readonly receivedAt: Instant
  readonly verdict: 'accepted' | 'rejected' | null
  readonly verdictReason: string | null
  readonly checks: Readonly<Record<string, boolean>>
  readonly files: readonly {
    readonly id: string
    readonly mediaType: string
    readonly fileName: string
    readonly bytes: number
    readonly warnings: readonly WarningCode[]
  }[]
}

type PaperColumns = {
  id: string
  subject_id: string
  kind: string
  title: string
  channel: string
  received_at: Instant
  verdict: string | null
  verdict_reason: string | null
  checks: Record<string, boolean>
  files: { id: string; media_type: string; file_name: string; byte_count: number; codes: string[] | null }[] | null
}

/** Whose papers: ids, or the columns of a statement that reads them. */
type Whose = {
  readonly tenantId: unknown
  readonly subjectIds: readonly unknown[]
  readonly person: { readonly id: unknown; readonly codes: readonly string[] } | null
}

/**
 * The papers of some subjects, and of the person those of the given kinds wherever they were handed in; oldest first.
 */
export async function papersOf(
  db: Db,
  tenantId: number,
  subjectIds: readonly string[],
  person: { readonly id: string; readonly codes: readonly string[] } | null,
): Promise<PaperRow[]> {
  // In a young table the planner takes ids it can see for ones it has never met, expects one row of them and plans
  // anew at every call: behind a select it cannot see them.
  const found = await papersQuery({
    tenantId,
    subjectIds: subjectIds.map((id) => sql`(select ${id}::uuid)`),
    person: person && { id: sql`(select ${person.id}::uuid)`, codes: person.codes },
  }).execute(db)
  return found.rows.map(toPaper)
}

/** The same as a column of a statement that reads the subject: what it holds becomes papers by `papersRead`. */
export function papersColumn(whose: Whose): RawBuilder<PapersColumn> {
  return sql`(select json_agg(p order by p.id) from (${papersQuery(whose)}) p)`
}
export type PapersColumn = readonly PaperColumns[] | null

export function papersRead(column: PapersColumn): PaperRow[] {
  // Instants inside JSON come with an offset.
  return (column ?? []).map((row) => toPaper({ ...row, received_at: new Date(row.received_at).toISOString() }))
}

function papersQuery({ tenantId, subjectIds, person }: Whose): RawBuilder<PaperColumns> {
  // Look-ups by index only, ids one by one: of an array the planner guesses the length and plans anew at every
  // call, and a young table it joins by reading all of it.
  const of = sql.join(subjectIds)
  const ofPerson =
    person === null
      ? sql``
      : sql`
      union all
      select * from document where tenant_id = ${tenantId} and person_id = ${person.id}
        and kind in (${sql.join(person.codes)}) and subject_id not in (${of})`
  return sql<PaperColumns>`
    select d.id, d.subject_id, d.kind, d.title, d.channel, d.received_at, d.verdict, d.verdict_reason, d.checks,
      (select json_agg(json_build_object('id', f.id, 'media_type', f.media_type, 'file_name', f.file_name,
        'byte_count', f.byte_count, 'codes', f.quality -> 'codes') order by f.id)
        from unnest(d.file_ids) as u(id), lateral (select * from stored_file s
          where s.tenant_id = d.tenant_id and s.id = u.id limit 1) f) as files
    from (
      select * from document where tenant_id = ${tenantId} and subject_id in (${of})${ofPerson}) d
    order by d.id limit 300`
}

function toPaper(row: PaperColumns): PaperRow {
  return {
    id: row.id,
    subjectId: row.subject_id,
    code: row.kind,
    title: row.title,
    channel: row.channel,
    receivedAt: row.received_at,
    verdict: row.verdict === 'accepted' || row.verdict === 'rejected' ? row.verdict : null,
    verdictReason: row.verdict_reason,
    checks: row.checks,
    files: (row.files ?? []).map((file) => ({
      id: file.id,
      mediaType: file.media_type,
      fileName: file.file_name,
      bytes: file.byte_count,
      warnings: (file.codes ?? []).filter(isWarning),
    })),
  }
}

export type Judgement = {
  readonly documentId: string
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
  readonly checks: Readonly<Record<string, boolean>>
}

/** One statement for all verdicts of a review. */
export async function judgeDocuments(
  db: Db,
  tenantId: number,
  by: string,
  now: Instant,
  judgements: readonly Judgement[],
): Promise<void> {
  if (judgements.length === 0) return
  await sql`
    update document d set verdict = j.verdict, verdict_reason = nullif(j.reason, ''), checks = j.checks,
      judged_by = ${by}, judged_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(judgements)}::jsonb)
      as j("documentId" uuid, verdict text, reason text, checks jsonb)
    where d.tenant_id = ${tenantId} and d.id = j."documentId"
      and d.id = any(${judgements.map((one) => one.documentId)}::uuid[])`.execute(db)
}

/** Adds what was measured; a repetition writes the same. */
export async function saveQuality(
  db: Db,
  tenantId: number,
  fileId: string,
  measured: Readonly<Record<string, number>>,
  warnings: readonly WarningCode[],
): Promise<void> {
  await sql`
    update stored_file set quality = quality || ${JSON.stringify(measured)}::jsonb || jsonb_build_object('codes',
      (select coalesce(jsonb_agg(distinct code), '[]')
        from jsonb_array_elements(quality -> 'codes' || ${JSON.stringify(warnings)}::jsonb) as code))
    where tenant_id = ${tenantId} and id = ${fileId}`.execute(db)
}
