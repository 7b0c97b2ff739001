/** This year's standing duties before today (RPT-06): each closed by who answers for it, now and then a week late. */
import { addDays, dayOfInstant, startOfDay, systemActor, type Actor, type Day } from '@anpei/domain/kernel'
import { closeStandingDuty, listStandingDuties, type DutyRow } from '@anpei/contract/reporting'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, systemWrite, type Act } from '@anpei/server/http'
import { travelClock } from '@anpei/server/kernel'
import { seedDuties } from '@anpei/server/reporting'
import { drawer, gatherCast } from '../life/index.ts'
import type { DemoOptions } from './options.ts'

const SEED = 11
const TENANT_ID = 1
/** Nine in the morning. */
const OPENS_MS = 9 * 3_600_000
const LATE_ONE_OF = 16

export async function liveDuties(options: DemoOptions): Promise<void> {
  const today = dayOfInstant(new Date().toISOString())
  // The first Monday of the year.
  let day = addDays(`${today.slice(0, 4)}-01-04`, -((new Date(`${today.slice(0, 4)}-01-04`).getUTCDay() + 6) % 7))
  const clock = travelClock(startOfDay(day))
  const app = options.assemble(clock)
  const cast = await gatherCast(app, options.url, TENANT_ID)
  const gm = cast.get('gm')
  if (!gm) throw new Error('the demo has no head of the company')
  const act = actInProcess(app, allRoutes)
  const draw = drawer(SEED)
  for (; day < today; day = addDays(day, 7)) {
    clock.set(new Date(Date.parse(startOfDay(day)) + OPENS_MS).toISOString())
    await systemWrite(app, systemActor(TENANT_ID, 'demo'), seedDuties)
    const { duties } = await act(gm, listStandingDuties, { query: {} })
    for (const duty of duties.filter((one) => one.closedAt === null && isDue(one, day))) {
      if (duty.dueOn >= day && draw(LATE_ONE_OF) === 0) continue
      await close(act, cast, duty)
    }
  }
}

/** Due within the week that begins, and its period has begun. */
function isDue(duty: DutyRow, day: Day): boolean {
  return duty.dueOn <= addDays(day, 6) && duty.fromOn <= day
}

async function close(act: Act, cast: ReadonlyMap<string, Actor>, duty: DutyRow): Promise<void> {
  const owner = [...cast.values()].find((actor) => actor.id === duty.owner?.id)
  if (!owner) return
  const said = `demo evidence: ${duty.dutyCode} ${duty.periodKey}`
  const page = `%PDF-1.4\n% ${said}\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n`
  const sent = { params: { dutyId: duty.id }, body: { finding: `${duty.periodKey} 已按要求完成，材料存档。` } }
  await act(owner, closeStandingDuty, sent, [{ field: 'file', name: '证明.pdf', bytes: Buffer.from(page) }])
}
