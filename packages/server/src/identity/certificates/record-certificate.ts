/** ORG-06: records a certificate of somebody else, with its scan where there is one; it counts from its first day. */
import type { recordCertificate as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { forgetActors } from '../sign-in/authenticate.ts'
import { certificateKinds } from './certificate-kinds.ts'
import type { CertificatePapers } from './certificate-papers.ts'
import { insertCertificate } from './store-certificates.ts'
import { lockStaff } from '../store-staff.ts'

export async function recordCertificate(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
  papers: CertificatePapers,
): Promise<Decision<Answer<typeof route>>> {
  const staff = await lockStaff(tx.db, tx.actor.tenantId, params.id, dayOfInstant(tx.now))
  if (!staff) return refuse('request.not_found')
  if (!staff.active) return refuse('identity.inactive')
  if (staff.id === tx.actor.id) return refuse('identity.about_yourself')
  if (!certificateKinds().some(({ code }) => code === body.kind))
    return refuse('identity.unknown_choice', { what: '证书' })
  if (body.validTo !== null && body.validTo < body.issuedOn) return refuse('identity.days_reversed')
  const id = newId()
  const paper = files.find((one) => one.field === 'paper')
  const kept = paper ? await papers.keep(tx, id, paper) : ok(null)
  if (!kept.ok) return kept
  const isNew = await insertCertificate(tx, { id, userId: staff.id, ...body, paperFileId: kept.value })
  if (!isNew) return refuse('identity.certificate_known')
  tx.record({
    name: 'certificate.recorded',
    subject: { kind: 'staff_user', id: staff.id },
    facts: { certificateId: id, kind: body.kind, issuedOn: body.issuedOn, validTo: body.validTo },
  })
  forgetActors()
  return ok({ certificateId: id })
}
