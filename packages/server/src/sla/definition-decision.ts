/**
 * CLK-01, ORG-05: a second person publishes a version after seeing its effect, or sends it back with a reason; who
 * proposed it may withdraw it. What is published is judged once more, beside all that was published before it.
 */
import type { DefinitionVersion } from '@anpei/contract/sla'
import { ok, refuse, transition, type Decision, type Instant } from '@anpei/domain/kernel'
import { checkDefinition, clockDefinitionLifecycle } from '@anpei/domain/sla'
import { tellLive, type Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionDesk, groundOf } from './definition-ground.ts'
import { REAPPLY_TASK } from './definition-tasks.ts'
import { forgetDefinitions, makeDefinitions } from './definitions.ts'
import {
  decideDefinition,
  lockDefinition,
  publishedDefinitions,
  takeTurn,
  type Decided,
  type DefinitionRecord,
} from './store-definitions.ts'
import { versionView } from './views-definitions.ts'

type Act = 'confirm' | 'reject' | 'withdraw'
const EVENTS = {
  confirm: 'definition.confirmed',
  reject: 'definition.rejected',
  withdraw: 'definition.withdrawn',
} as const

export async function decideOnDefinition(
  tx: Tx,
  changeId: string,
  act: Act,
  answer: string | null = null,
): Promise<Decision<DefinitionVersion>> {
  const { actor, db, now } = tx
  const { tenantId } = actor
  const change = actor.kind === 'staff' ? await lockDefinition(db, tenantId, changeId) : undefined
  if (!change || actor.kind !== 'staff') return refuse('request.not_found')
  const step = transition(clockDefinitionLifecycle, act, change.state)
  if (!step.ok) return step
  const own = change.madeById === actor.id
  if (act === 'withdraw' && !own) return refuse('definition.not_yours')
  if (act !== 'withdraw' && own) return refuse('definition.own_proposal')
  const published = act === 'confirm' ? await publish(tx, change) : ok(null)
  if (!published.ok) return published
  await decideDefinition(db, tenantId, step.value, {
    id: changeId,
    by: actor.id,
    at: now,
    answer,
    published: published.value,
  })
  const version = published.value?.version ?? change.version
  tx.record({
    name: EVENTS[act],
    subject: { kind: 'clock_definition', id: changeId },
    facts: { clock: change.clockId, version },
  })
  if (published.value) comeIntoForce(tx, change, published.value.validFrom)
  tellLive(tx, 'definitions', null)
  const [after, { words }] = await Promise.all([lockDefinition(db, tenantId, changeId), definitionDesk(tx)])
  return after ? ok(versionView(after, words, actor)) : refuse('request.not_found')
}

async function publish(tx: Tx, change: DefinitionRecord): Promise<Decision<Decided['published']>> {
  if (change.report === null) return refuse('definition.report_not_ready')
  const { tenantId } = tx.actor
  const revision = await takeTurn(tx.db, tenantId)
  const [calendars, before] = await Promise.all([calendarsOf(tx), publishedDefinitions(tx.db, tenantId)])
  const definitions = makeDefinitions('', before)
  const checked = checkDefinition(groundOf(tx, definitions.all, calendars), {
    id: change.clockId,
    data: change.definition,
    from: laterOf(tx.now, change.wishedFrom),
    capByLaw: false,
    reapply: change.reapply,
  })
  if (!checked.ok) return checked
  const { def, data } = checked.value
  const replaces = definitions.dataOf(change.clockId) ?? null
  const validFrom = def.from ?? tx.now
  return ok({ revision, version: def.version, definition: data, replaces, validFrom })
}

function laterOf(now: Instant, wished: Instant | null): Instant {
  return wished !== null && Date.parse(wished) > Date.parse(now) ? wished : now
}

function comeIntoForce(tx: Tx, change: DefinitionRecord, validFrom: Instant): void {
  forgetDefinitions(tx.app)
  if (!change.reapply) return
  const later = Date.parse(validFrom) > Date.parse(tx.now)
  tx.enqueue({ task: REAPPLY_TASK, payload: { changeId: change.id }, ...(later ? { runAt: validFrom } : {}) })
}
