/** A world with the demo's owners and the instances of its first day, for tests of the duties. */
import { closeStandingDuty, listStandingDuties, type DutyRow } from '@anpei/contract/reporting'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { seedDuties } from './seed-duties.ts'
import { tendDuties } from './tend-duties.ts'

const DAY_MS = 86_400_000

export async function openDutyWorld(start?: string): Promise<World> {
  const world = await openWorld(start)
  await systemWrite(world.app, systemActor(1, 'test'), seedDuties)
  return world
}

/** The nightly work of one tenant, `nights` times. */
export async function tendNights(world: World, nights = 1, tenantId = 1): Promise<void> {
  for (let night = 0; night < nights; night++) {
    world.clock.forward(DAY_MS)
    await tendOnce(world, tenantId)
  }
}

export async function tendOnce(world: World, tenantId = 1): Promise<void> {
  await systemWrite(world.app, systemActor(tenantId, 'nightly'), tendDuties)
}

export async function dutyOf(caller: Caller, code: string, periodKey?: string): Promise<DutyRow> {
  const { duties } = await caller(listStandingDuties, { query: {} })
  const found = duties.find((row) => row.dutyCode === code && (periodKey === undefined || row.periodKey === periodKey))
  if (!found) throw new Error(`${code} has no instance`)
  return found
}

/** A drawn PDF small enough to read: what its first bytes say is what counts. */
export function evidence(text = '签到表'): { field: string; file: Blob; name: string } {
  const bytes = `%PDF-1.4\n% ${text}\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n`
  return { field: 'file', file: new Blob([bytes]), name: '证明.pdf' }
}

export async function closed(caller: Caller, dutyId: string, finding = '已完成'): Promise<void> {
  await caller(closeStandingDuty, { params: { dutyId }, body: { finding } }, { files: [evidence()] })
}
