/**
 * SRV-03: files that come with a message: sniffed, scanned, sealed, bounded like every paper. A message is never lost
 * over its files: what may not be kept is named beside it with the reason.
 */
import type { FileSort } from '@anpei/domain/documents'
import type { Instant } from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import { storePapers } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'

export type ComingFile = { readonly name: string; readonly bytes: Buffer }
export type KeptFiles = {
  readonly documentIds: readonly string[]
  /** As they came; in the order of the documents. */
  readonly fileNames: readonly string[]
  readonly refusedFiles: readonly { readonly name: string; readonly code: string }[]
}

type Message = {
  readonly requestId: string
  readonly personId: string | null
  readonly channel: ChannelName
  readonly receivedAt: Instant
}

const MOST_FILES = 20

export async function keepFiles(tx: Tx, message: Message, files: readonly ComingFile[]): Promise<KeptFiles> {
  const documentIds: string[] = []
  const fileNames: string[] = []
  const refusedFiles: { name: string; code: string }[] = []
  for (const [index, file] of files.entries()) {
    const stored =
      index < MOST_FILES ? await keepOne(tx, message, file) : ({ ok: false, code: 'file.too_many' } as const)
    if (stored.ok) {
      documentIds.push(...stored.value.map((paper) => paper.id))
      fileNames.push(file.name)
    } else refusedFiles.push({ name: file.name, code: stored.code })
  }
  return { documentIds, fileNames, refusedFiles }
}

function keepOne(tx: Tx, message: Message, file: ComingFile) {
  return storePapers(tx, {
    subject: { kind: 'request', id: message.requestId },
    personId: message.personId,
    channel: message.channel,
    receivedAt: message.receivedAt,
    papers: [{ code: 'attachment', title: '附件', files: [{ field: 'file', ...file }] }],
    sort: sortOf(file.name),
  })
}

function sortOf(name: string): FileSort {
  if (/\.(mp3|m4a|wav|amr)$/i.test(name)) return 'voice'
  return /\.(mp4|webm)$/i.test(name) ? 'video' : 'paper'
}
