/** ORG-06: a certificate taken away, lost or entered wrongly counts no more, at once and with the reason. */
import type { endCertificate as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { forgetActors } from '../sign-in/authenticate.ts'
import { endCertificateRow, lockCertificate } from './store-certificates.ts'

export async function endCertificate(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const certificate = await lockCertificate(tx, params.certificateId)
  if (certificate?.user_id !== params.id) return refuse('request.not_found')
  if (params.id === tx.actor.id) return refuse('identity.about_yourself')
  if (certificate.ended_at !== null) return refuse('identity.certificate_over')
  await endCertificateRow(tx, certificate.id, body.reason)
  tx.record({
    name: 'certificate.ended',
    subject: { kind: 'staff_user', id: params.id },
    reason: body.reason,
    facts: { certificateId: certificate.id, kind: certificate.kind },
  })
  forgetActors()
  return ok({})
}
