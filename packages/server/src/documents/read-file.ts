/** A stored file opened for the eyes of somebody whose right to see its subject was asked before. */
import type { FileAnswer, Tx } from '../http/index.ts'
import { thumbnail } from './pictures.ts'
import type { StoredFile } from './store.ts'

/** `thumb`: a small picture; what cannot be drawn small (PDF, HEIC) comes as it is. */
export async function openFile(tx: Tx, file: StoredFile, thumb: boolean): Promise<FileAnswer> {
  const bytes = tx.vault.open(file.salt, await tx.app.files.get(tx.actor.tenantId, file.id))
  const small = thumb && /^image\/(jpeg|png|webp)$/.test(file.mediaType) ? await thumbnail(bytes) : null
  return small
    ? { fileName: file.fileName.replace(/\.\w+$/, '.jpg'), mediaType: 'image/jpeg', bytes: small, inline: true }
    : { fileName: file.fileName, mediaType: file.mediaType, bytes, inline: true }
}
