/** CMP-05: who takes over when the responsible person turns out to be concerned, or is away. */
import { handlersFor, type Concerned } from '@anpei/domain/complaints'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { prioritise } from '../programme/index.ts'
import { handlerCandidates, type Handler } from './store-handlers.ts'
import type { ComplaintRecord } from './store.ts'

/** Those who may have it, the best first. */
export async function mayHandle(tx: Tx, complaint: ComplaintRecord, concerned: Concerned): Promise<readonly Handler[]> {
  const { personId, villageCode, urgency, severity, cause, major, legalImpact, regulatoryImpact } = complaint
  const traits = { urgency, severity, cause: cause ?? '', major, legalImpact, regulatoryImpact }
  const [candidates, { skill }, language] = await Promise.all([
    handlerCandidates(tx),
    prioritise(tx.db, tx.actor.tenantId, traits),
    personId === null ? null : languageOf(tx, personId),
  ])
  return handlersFor(candidates, concerned, { villageCode, language, skill })
}

/** Whoever speaks Teochew only is looked after by somebody who does, where there is one. */
async function languageOf(tx: Tx, personId: string): Promise<string | null> {
  const known = (await careOf(tx, [personId])).get(personId)
  return known?.careMarks.includes('dialect') ? 'teochew' : null
}
