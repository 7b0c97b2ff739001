/** CLK-01: the version is sent back with a reason; nothing changes. */
import type { DefinitionVersion, rejectDefinition as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideOnDefinition } from './definition-decision.ts'

export function rejectDefinition(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<DefinitionVersion>> {
  return decideOnDefinition(tx, params.changeId, 'reject', body.reason)
}
