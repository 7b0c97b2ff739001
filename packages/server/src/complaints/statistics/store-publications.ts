/** What is published of complaints (CMP-14). */
import { figurePeriod, publicationLifecycle, type FigurePeriod, type PublicationState } from '@anpei/domain/complaints'
import { ok, refuse, stateOf, type Decision, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { FrozenFigures } from './freeze-figures.ts'

export type PublicationRecord = {
  readonly id: string
  readonly period: FigurePeriod
  readonly version: number
  readonly state: PublicationState
  readonly figures: FrozenFigures
  readonly frozenAt: Instant
  readonly measures: string
  readonly reason: string
  readonly answer: string
  readonly draftedBy: string
  readonly submittedBy: string | null
  readonly decidedBy: string | null
  readonly publishedAt: Instant | null
}
type Row = Omit<PublicationRecord, 'period' | 'state'> & { readonly periodKey: string; readonly state: string }

const LIMIT = 400

export async function publicationsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly PublicationRecord[]> {
  const { rows } = await sql<Row>`select id, period_key as "periodKey", version, state, figures,
      frozen_at as "frozenAt", measures, reason, answer, drafted_by as "draftedBy", submitted_by as "submittedBy",
      decided_by as "decidedBy", published_at as "publishedAt"
    from complaint_publication where tenant_id = ${tx.actor.tenantId} and ${where}
    order by period_key desc, version desc limit ${LIMIT}`.execute(tx.db)
  return rows.map(({ periodKey, state, ...rest }) => {
    const period = figurePeriod(periodKey)
    if (period === null) throw new Error(`no period: ${periodKey}`)
    return { ...rest, period, state: stateOf(publicationLifecycle, state) }
  })
}

/** Locked together with every other that is under way, so that two never come out side by side unseen. */
export async function lockPublication(tx: Tx, id: string): Promise<Decision<PublicationRecord>> {
  await sql`select from complaint_publication where tenant_id = ${tx.actor.tenantId}
    and state in ('drafted', 'waiting') order by id for update`.execute(tx.db)
  const [found] = await publicationsWhere(tx, sql`id = ${id}`)
  return found ? ok(found) : refuse('request.not_found')
}

type NewPublication = Pick<PublicationRecord, 'id' | 'period' | 'version' | 'figures' | 'reason'>

/** False where one of the period is under way already. */
export async function insertPublication(tx: Tx, made: NewPublication): Promise<boolean> {
  const done = await tx.db
    .insertInto('complaint_publication')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      period_key: made.period.key,
      version: made.version,
      state: publicationLifecycle.initial,
      figures: JSON.stringify(made.figures),
      frozen_at: tx.now,
      reason: made.reason,
      drafted_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

type Change = { readonly measures?: string; readonly answer?: string }

export async function movePublication(
  tx: Tx,
  { id }: Pick<PublicationRecord, 'id'>,
  step: Transition<PublicationState>,
  change: Change = {},
): Promise<void> {
  await tx.db
    .updateTable('complaint_publication')
    .set({
      state: step.to,
      ...change,
      ...(step.to === 'waiting' ? { submitted_by: tx.actor.id } : {}),
      ...(step.to === 'published' ? { decided_by: tx.actor.id, published_at: tx.now } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .execute()
}
