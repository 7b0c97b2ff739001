/** Where scans of certificates are kept: papers stand above this row, so their keeping is handed in (ORG-06). */
import type { Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, FileAnswer, Tx } from '../../http/index.ts'

export type CertificatePapers = {
  /** The id of the file it is kept as. */
  readonly keep: (tx: Tx, certificateId: string, file: ArrivedFile) => Promise<Decision<string | null>>
  readonly open: (tx: Tx, fileId: string) => Promise<Decision<FileAnswer>>
}
