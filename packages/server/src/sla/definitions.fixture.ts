/** Versions of shipped definitions for tests: put forward, looked at, published. */
import { confirmDefinition, proposeDefinition, viewDefinition, type DefinitionVersion } from '@anpei/contract/sla'
import type { Sent } from '@anpei/contract/kernel'
import type { Caller, World } from '../testing/index.ts'

type Wish = Partial<Omit<NonNullable<Sent<typeof proposeDefinition>['body']>, 'definition'>>

/** The last version of a definition with some fields changed. */
export async function edited(
  by: Caller,
  clockId: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { data } = await by(viewDefinition, { params: { clockId } })
  return { ...data, ...changes }
}

export async function proposed(
  by: Caller,
  clockId: string,
  changes: Readonly<Record<string, unknown>>,
  wish: Wish = {},
): Promise<DefinitionVersion> {
  const definition = await edited(by, clockId, changes)
  return by(proposeDefinition, { params: { clockId }, body: { definition, reason: '客户反映太慢', ...wish } })
}

/** Put forward by one, its effect worked out, confirmed by another; what follows waits for the jobs to run. */
export async function published(
  world: World,
  [by, other]: readonly [Caller, Caller],
  clockId: string,
  changes: Readonly<Record<string, unknown>>,
  wish: Wish = {},
): Promise<DefinitionVersion> {
  const { id } = await proposed(by, clockId, changes, wish)
  await world.runJobs()
  return other(confirmDefinition, { params: { changeId: id } })
}
