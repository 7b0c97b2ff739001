/**
 * CLM-03: which papers each kind of claim needs, from the version of the programme in force today; open to everybody.
 */
import type { portalGuide as route } from '@anpei/contract/portal'
import type { Answer } from '@anpei/contract/kernel'
import { neededPapers } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { CLAIM_KINDS } from '@anpei/domain/programme'
import { MOST_FILE_BYTES, MOST_FILES, type Tx } from '../http/index.ts'
import { versionInForceOn } from './store-cases.ts'
import { definitionOf } from './views.ts'

export async function guide(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const row = await versionInForceOn(tx.db, tx.actor.tenantId, dayOfInstant(tx.now))
  if (!row) return refuse('request.not_found')
  const value = definitionOf(row.definition)
  const offered = CLAIM_KINDS.filter((kind) => value.benefits.some((benefit) => benefit.claimKind === kind))
  return ok({
    programme: value.title, inForceFrom: value.inForceFrom,
    kinds: [
      ...offered.map((kind) => ({ kind, papers: neededPapers(value.documents, [kind], 'none') })),
      ...(offered.includes('death') ? [{ kind: 'transport_death',
        papers: neededPapers(value.documents, ['death'], 'commercialRoad') }] : []),
    ],
    promises: value.promises.map((promise) => promise.title),
    files: { types: ['JPG', 'PNG', 'WEBP', 'HEIC', 'PDF'], mostMegabytes: Math.floor(MOST_FILE_BYTES / 1024 / 1024),
      mostFiles: MOST_FILES },
  })
}
