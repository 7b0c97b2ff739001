import * as api from '@anpei/contract/identity'
import { on, onFile, type Bound } from '../../http/index.ts'
import type { CertificatePapers } from './certificate-papers.ts'
import { endCertificate } from './end-certificate.ts'
import { recordCertificate } from './record-certificate.ts'
import { getCertificatePaper, listCertificateKinds } from './views-certificates.ts'

export function certificateRoutes(papers: CertificatePapers): readonly Bound[] {
  return [
    on(api.listCertificateKinds, listCertificateKinds),
    on(api.recordCertificate, (tx, input, files) => recordCertificate(tx, input, files, papers)),
    on(api.endCertificate, endCertificate),
    onFile(api.getCertificatePaper, (tx, input) => getCertificatePaper(tx, input, papers)),
  ]
}
