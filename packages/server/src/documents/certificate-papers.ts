/** Scans of the staff's certificates (ORG-06): sniffed, scanned and sealed like every paper, compared with none. */
import { ok, refuse } from '@anpei/domain/kernel'
import type { CertificatePapers } from '../identity/index.ts'
import { openFile } from './read-file.ts'
import { findFile } from './store.ts'
import { storePapers } from './store-papers.ts'

const SUBJECT = 'staff_certificate'

export const certificatePapers: CertificatePapers = {
  async keep(tx, certificateId, file) {
    const stored = await storePapers(tx, {
      subject: { kind: SUBJECT, id: certificateId },
      personId: null,
      channel: 'counter',
      receivedAt: tx.now,
      papers: [{ code: SUBJECT, title: '证书', files: [file] }],
      apart: true,
    })
    return stored.ok ? ok(stored.value[0]?.fileIds[0] ?? null) : stored
  },
  async open(tx, fileId) {
    const file = await findFile(tx.db, tx.actor.tenantId, fileId)
    return file?.subjectKind === SUBJECT ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
  },
}
