/** CLK-01: the version is published; what runs goes over to it in the background where that was chosen. */
import type { DefinitionVersion, confirmDefinition as route } from '@anpei/contract/sla'
import type { Input } from '@anpei/contract/kernel'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { decideOnDefinition } from './definition-decision.ts'

export function confirmDefinition(tx: Tx, { params }: Input<typeof route>): Promise<Decision<DefinitionVersion>> {
  return decideOnDefinition(tx, params.changeId, 'confirm')
}
