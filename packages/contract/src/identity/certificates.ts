/** Certificates of the staff, which roles can demand (ORG-06). */
import { CERTIFICATE_STANDINGS } from '@anpei/domain/identity'
import { z } from 'zod'
import { Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { Named } from './words.ts'

export const CertificateKind = z.object({ code: z.string(), name: z.string() })

export const StaffCertificate = z.object({
  id: Id,
  kind: CertificateKind,
  number: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  validTo: Day.nullable(),
  standing: keysOf(CERTIFICATE_STANDINGS),
  hasPaper: z.boolean(),
  recordedBy: Named,
  recordedAt: Instant,
  ended: z.object({ at: Instant, by: Named.nullable(), reason: z.string() }).nullable(),
})

const one = z.object({ id: Id })
const certificate = z.object({ id: Id, certificateId: Id })

export const listCertificateKinds = route({
  id: 'listCertificateKinds',
  method: 'GET',
  path: '/api/certificate-kinds',
  permission: 'identity.read',
  summary: '证书种类',
  answer: z.object({ items: z.array(CertificateKind) }),
})

/** The scan comes as a part named `paper`; it may be left out. */
export const recordCertificate = route({
  id: 'recordCertificate',
  method: 'POST',
  path: '/api/staff/:id/certificates',
  permission: 'identity.manage',
  summary: '登记证书；不能登记本人的',
  params: one,
  files: true,
  body: z.object({
    kind: Text(60),
    number: Text(60),
    issuer: MaybeText(100).default(''),
    issuedOn: Day,
    validTo: Day.nullable().meta({ description: '最后一天；空为长期有效' }),
  }),
  answer: z.object({ certificateId: Id }),
})

export const endCertificate = route({
  id: 'endCertificate',
  method: 'POST',
  path: '/api/staff/:id/certificates/:certificateId/end',
  permission: 'identity.manage',
  summary: '终止证书（吊销、遗失、登错），立即生效',
  params: certificate,
  body: z.object({ reason: Text(200) }),
})

export const getCertificatePaper = route({
  id: 'getCertificatePaper',
  method: 'GET',
  path: '/api/staff/:id/certificates/:certificateId/paper',
  permission: 'identity.read',
  summary: '证书扫描件',
  params: certificate,
  download: true,
})
