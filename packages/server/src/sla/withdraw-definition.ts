/** CLK-01: who put a version forward takes it back. */
import type { DefinitionVersion, withdrawDefinition as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideOnDefinition } from './definition-decision.ts'

export function withdrawDefinition(tx: Tx, { params }: Input<typeof route>): Promise<Decision<DefinitionVersion>> {
  return decideOnDefinition(tx, params.changeId, 'withdraw')
}
