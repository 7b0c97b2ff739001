/** A draft of the next year's version, ready to be edited. */
import { draftVersion, type VersionView } from '@anpei/contract/programme'
import type { World } from '../testing/index.ts'
import { programmeOf } from './programme.fixture.ts'

export async function newDraft(world: World, effectiveFrom: string): Promise<VersionView> {
  const manager = await world.as('pm')
  const programme = await programmeOf(world)
  const copyOf = programme.versions.find((version) => version.state === 'published')?.id ?? ''
  return manager(draftVersion, {
    params: { programmeId: programme.id },
    body: { copyOf, effectiveFrom, reason: '下一年度' },
  })
}

/** The definition with the examples moved to dates of the version, and changed by `change`. */
export function definitionOf(
  version: VersionView,
  change: (definition: Record<string, unknown>) => void,
): Record<string, unknown> {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(version.definition))
  change(copy)
  return copy
}
