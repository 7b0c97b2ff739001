/**
 * CLM-05: takes papers in, by whatever channel they came: looks at what the files hold, scans them, seals each under a
 * key of its own, and lays them into the file store before the transaction ends; so a paper that is recorded is there.
 * The same picture twice is seen by its keyed hash and said, not refused. Legibility is measured by a job right after.
 */
import { createHash } from 'node:crypto'
import {
  decideArrivedFile,
  isWholeFile,
  type FileSort,
  type JudgedFile,
  type WarningCode,
} from '@anpei/domain/documents'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertPapers, ownersOfContents, type NewDocument, type NewFile } from './store.ts'

export type ArrivedPaper = { readonly code: string; readonly title: string; readonly files: readonly ArrivedFile[] }
export type ArrivedPapers = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId: string | null
  readonly channel: string
  readonly receivedAt: Instant
  readonly papers: readonly ArrivedPaper[]
  /** Never compared with other papers: that the same was handed in elsewhere would tell of it (CMP-12). */
  readonly apart?: boolean
  /** A consent may be a recording (CUS-05); papers are photos and PDF. */
  readonly sort?: FileSort
}
export type StoredPaper = { readonly id: string; readonly code: string; readonly fileIds: readonly string[] }

/** The job that measures legibility. */
export const QUALITY_TASK = 'documents.check_quality'
const MEASURED: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

type Looked = {
  readonly file: ArrivedFile
  readonly judged: JudgedFile
  readonly scan: 'clean' | 'not_scanned'
  readonly hash: Buffer
}

type SealedFile = { readonly id: string; readonly bytes: Buffer }

export async function storePapers(tx: Tx, arrived: ArrivedPapers): Promise<Decision<StoredPaper[]>> {
  const files = arrived.papers.flatMap((paper) => paper.files)
  if (files.length === 0 || arrived.papers.some((paper) => paper.files.length === 0)) return refuse('file.none')
  const looked: Looked[] = []
  for (const file of files) {
    const one = await lookAt(tx, file, arrived)
    if (!one.ok) return one
    looked.push(one.value)
  }
  const owners = await ownersOfContents(
    tx.db,
    tx.actor.tenantId,
    looked.map((one) => one.hash),
  )
  const documents: NewDocument[] = []
  const rows: NewFile[] = []
  const sealed: SealedFile[] = []
  for (const paper of arrived.papers) {
    const documentId = newId()
    const fileIds = paper.files.map((file, index) => {
      const one = looked.find((entry) => entry.file === file)
      if (!one) throw new Error('a file nobody looked at')
      const row = {
        id: newId(),
        documentId,
        personId: arrived.personId,
        ...rowOf(tx, one, `${paper.title}-${index + 1}`, owners, arrived.personId),
      }
      rows.push(row)
      sealed.push({ id: row.id, bytes: tx.vault.seal(row.salt, file.bytes) })
      return row.id
    })
    documents.push({
      id: documentId,
      subject: arrived.subject,
      personId: arrived.personId,
      code: paper.code,
      title: paper.title,
      channel: arrived.channel,
      receivedAt: arrived.receivedAt,
      recordedBy: tx.actor.kind === 'staff' || tx.actor.kind === 'customer' ? tx.actor.id : null,
      fileIds,
    })
  }
  tx.later(insertPapers(tx.db, tx.actor.tenantId, tx.now, documents, rows))
  await layDown(tx, sealed)
  const toMeasure = rows.filter((row) => MEASURED.includes(row.mediaType)).map((row) => row.id)
  if (toMeasure.length > 0) tx.enqueue({ task: QUALITY_TASK, payload: { files: toMeasure.join(',') } })
  return ok(documents.map((paper) => ({ id: paper.id, code: paper.code, fileIds: paper.fileIds })))
}

/** All or none: what was laid down before one failed (a full disk) is taken away again, for nobody will know of it. */
async function layDown(tx: Tx, sealed: readonly SealedFile[]): Promise<void> {
  const { files } = tx.app
  const { tenantId } = tx.actor
  const outcomes = await Promise.allSettled(sealed.map(({ id, bytes }) => files.put(tenantId, id, bytes)))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (!failed) return
  await Promise.allSettled(sealed.map(({ id }) => files.remove(tenantId, id)))
  throw failed.reason
}

async function lookAt(tx: Tx, file: ArrivedFile, { sort, apart, subject }: ArrivedPapers): Promise<Decision<Looked>> {
  const sniffed = await sniff(file.bytes)
  const judged = decideArrivedFile({ name: file.name, byteCount: file.bytes.length, sniffed }, sort)
  if (!judged.ok) return judged
  if (!isWholeFile(file.bytes, judged.value.mediaType)) return refuse('file.half_written', { file: file.name })
  const scan = await tx.app.scanFile(file.bytes)
  if (scan === 'infected') {
    return refuse('file.infected', { file: file.name })
  }
  const content = createHash('sha256').update(file.bytes).digest('hex')
  const hash = tx.vault.lookupHash('file', apart ? `${subject.id}:${content}` : content)
  return ok({ file, judged: judged.value, scan, hash })
}

async function sniff(bytes: Buffer): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(bytes))?.mime ?? null
}

function rowOf(
  tx: Tx,
  one: Looked,
  name: string,
  owners: ReadonlyMap<string, readonly (string | null)[]>,
  personId: string | null,
): Omit<NewFile, 'id' | 'documentId' | 'personId'> {
  const before = owners.get(one.hash.toString('hex')) ?? []
  const warnings: WarningCode[] = []
  if (before.some((owner) => owner === personId)) warnings.push('duplicate')
  if (before.some((owner) => owner !== personId)) warnings.push('duplicate_elsewhere')
  return {
    contentHash: one.hash,
    salt: tx.vault.newSalt(),
    byteCount: one.file.bytes.length,
    mediaType: one.judged.mediaType,
    fileName: `${name}.${one.judged.ending}`,
    scan: one.scan,
    warnings,
  }
}
