/** CLK-01: while a definition is edited the linter reads along; nothing is kept. */
import type { checkDefinitionChange as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { checkDefinition, definitionChanges, definitionSentence, lastVersion } from '@anpei/domain/sla'
import { fill, type Tx } from '../http/index.ts'
import { definitionDesk, groundOf } from './definition-ground.ts'

export async function checkDefinitionChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { definitions, calendars, words } = await definitionDesk(tx)
  const checked = checkDefinition(groundOf(tx, definitions.all, calendars), {
    id: params.clockId,
    data: body.definition,
    from: body.validFrom ?? tx.now,
    capByLaw: body.capByLaw,
    reapply: body.reapply,
  })
  if (!checked.ok) {
    const text = fill(tx.app.refusalTexts(checked.code).zh, checked.facts)
    return ok({ sentence: null, changes: [], notes: [], problem: { code: checked.code, text } })
  }
  const { def, notes } = checked.value
  const before = lastVersion(definitions.all, params.clockId)
  return ok({
    sentence: definitionSentence(def, words),
    changes: [...definitionChanges(before, def, words)],
    notes: [...notes],
    problem: null,
  })
}
