/** SRV-09, CLM-02: photos and the signature of a visit, kept as papers of the visit. */
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import { signaturePicture, storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import type { VisitRecord } from './store.ts'

export async function keepVisitFiles(
  tx: Tx,
  visit: VisitRecord,
  files: readonly ArrivedFile[],
  at: Instant,
): Promise<Decision<null>> {
  const photos = files.filter((file) => file.field === 'photo')
  const signature = files.find((file) => file.field === 'signature')
  const papers = photos.length > 0 ? [{ code: 'visit_photo', title: '上门照片', files: photos }] : []
  if (signature) {
    const picture = await signaturePicture(signature.bytes)
    if (!picture || picture.blank) return refuse('visit.signature_blank')
    const file = { ...signature, name: '签字.jpg', bytes: picture.jpeg }
    papers.push({ code: 'visit_signature', title: '上门签字', files: [file] })
  }
  if (papers.length === 0) return ok(null)
  const stored = await storePapers(tx, {
    subject: { kind: 'visit', id: visit.id },
    personId: visit.personId,
    channel: 'visit',
    receivedAt: at,
    papers,
  })
  return stored.ok ? ok(null) : stored
}
