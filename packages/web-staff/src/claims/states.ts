/** The states of a lifecycle as choices of a filter. */
import type { Lifecycle } from '@anpei/domain/kernel'
import type { Choice } from '../kit/index.ts'

export function stateIn<S extends string>(lifecycle: Pick<Lifecycle<S>, 'states'>): Choice<S>[] {
  const found: Choice<S>[] = []
  for (const value in lifecycle.states) found.push({ value, label: lifecycle.states[value].zh })
  return found
}
