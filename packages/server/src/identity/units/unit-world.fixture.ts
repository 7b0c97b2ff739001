/** A unit and the people who guide it, for the tests of duties, targets, scores and guidance. */
import type { Caller, World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

export type UnitWorld = {
  readonly office: Office
  readonly gm: Caller
  readonly cn: { kind: 'institution'; id: string }
}

export async function openUnit(world: World): Promise<UnitWorld> {
  const office = await openOffice(world)
  return { office, gm: await world.as('gm'), cn: { kind: 'institution', id: await office.institution('CN') } }
}
