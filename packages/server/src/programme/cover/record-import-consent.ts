/** PRG-04: by what road everybody of a confirmed import agreed to the cover: resolved by a body, ratified, on paper. */
import type { recordImportConsent as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterConsent } from './consent-entry.ts'
import { loadImport } from '../roster/store-imports.ts'
import { listImportConsents } from './views-consents.ts'

export async function recordImportConsent(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const one = await loadImport(tx.db, tx.actor.tenantId, params.importId, true)
  if (!one || one.kind === 'discharge') return refuse('request.not_found')
  const whom = { programmeId: one.programme_id, importId: one.id, state: one.state }
  const entered = await enterConsent(tx, whom, body, files)
  return entered.ok ? listImportConsents(tx, { params, query: {}, body: {} }) : entered
}
