/** CMP-05: who takes over when the responsible person turns out to be concerned, or is away. */
import { coordinatorFor, handlersFor, type Concerned } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { superiorsOf } from '../identity/index.ts'
import { prioritise } from '../programme/index.ts'
import { coordinationGroup, handlerCandidates, type Handler } from './store-handlers.ts'
import type { ComplaintChange, ComplaintRecord } from './store.ts'

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

/** Everybody who must keep out from now on, and who works on it instead. */
export async function partedFrom(
  tx: Tx,
  complaint: ComplaintRecord,
  added: readonly string[],
): Promise<Decision<ComplaintChange>> {
  const { coordinatorId, responsibleId, sellingInstitutionId } = complaint
  const concernedIds = [...new Set([...complaint.concernedIds, ...added])]
  if (concernedIds.length === complaint.concernedIds.length) return ok({ coordinatorId, responsibleId })
  const lineIds = await superiorsOf(tx.db, tx.actor.tenantId, concernedIds)
  const concerned = { concernedIds, lineIds, sellingInstitutionId }
  const [group, able] = await Promise.all([coordinationGroup(tx), mayHandle(tx, complaint, concerned)])
  const stays = responsibleId === null || able.some((one) => one.id === responsibleId)
  const next = stays ? responsibleId : (able[0]?.id ?? null)
  if (!stays && next === null) return refuse('complaint.assignee_not_possible')
  const turn = Number(complaint.complaintNo.slice(-6))
  return ok({
    concernedIds,
    lineIds,
    coordinatorId: coordinatorFor(group, concerned, turn),
    responsibleId: next,
  })
}
