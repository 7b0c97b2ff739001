/** CLK-01: a version of a promise or limit is put forward; what it would do is worked out in the background. */
import type { DefinitionVersion, proposeDefinition as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { checkDefinition } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { definitionDesk, groundOf } from './definition-ground.ts'
import { PREVIEW_DEFINITION_TASK } from './definition-tasks.ts'
import { insertDefinition, lockDefinition } from './store-definitions.ts'
import { versionView } from './views-definitions.ts'

export async function proposeDefinition(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<DefinitionVersion>> {
  const { actor, db, now } = tx
  if (actor.kind !== 'staff') return refuse('request.not_found')
  const { clockId } = params
  const { definitions, calendars, words } = await definitionDesk(tx)
  const checked = checkDefinition(groundOf(tx, definitions.all, calendars), {
    id: clockId,
    data: body.definition,
    from: body.validFrom ?? now,
    capByLaw: body.capByLaw,
    reapply: body.reapply,
  })
  if (!checked.ok) return checked
  const { def, data } = checked.value
  const id = newId()
  const isNew = await insertDefinition(db, actor.tenantId, {
    id,
    clockId,
    version: def.version,
    definition: data,
    replaces: definitions.dataOf(clockId) ?? null,
    reason: body.reason,
    reapply: body.reapply,
    wishedFrom: body.validFrom ?? null,
    madeById: actor.id,
    madeAt: now,
  })
  if (!isNew) return refuse('definition.already_waiting', { clock: clockId })
  tx.record({
    name: 'definition.proposed',
    subject: { kind: 'clock_definition', id },
    facts: { clock: clockId, version: def.version },
  })
  tx.enqueue({ task: PREVIEW_DEFINITION_TASK, payload: { changeId: id } })
  const change = await lockDefinition(db, actor.tenantId, id)
  return change ? ok(versionView(change, words, actor)) : refuse('request.not_found')
}
