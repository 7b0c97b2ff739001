/** A year of duties, month by month: instances as they stand, and the periods to come (RPT-06). */
import type { standingDutyYear as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, holds, ok, type Day, type Decision } from '@anpei/domain/kernel'
import { dueDayOf, nextPeriod, periodOf, type DutyDef, type Period } from '@anpei/domain/reporting'
import type { Calendar } from '@anpei/domain/sla'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { dutyCalendar, dutyCatalogue } from './duty-catalogue.ts'
import { assignments, findInstances, type InstanceRecord } from './store-duties.ts'
import { standingOf } from './views-duties.ts'

type Year = Answer<typeof route>
type Dot = Year['guarantees'][number]['duties'][number]['dots'][number]

export async function standingDutyYear(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Year>> {
  const { year } = params
  const today = dayOfInstant(tx.now)
  const { tenantId } = tx.actor
  const where = sql`i.due_on between ${`${year}-01-01`} and ${`${year}-12-31`}`
  const [found, people, calendar] = await Promise.all([
    findInstances(tx.db, tenantId, today, where, 2000),
    assignments(tx.db, tenantId),
    dutyCalendar(tx),
  ])
  const { guarantees, duties } = dutyCatalogue()
  return ok({
    year,
    guarantees: guarantees.map((guarantee) => ({
      code: guarantee.code,
      name: guarantee.name,
      period: guarantee.period,
      departments: [...guarantee.departments],
      duties: duties
        .filter((duty) => duty.guarantee === guarantee.code)
        .map((duty) => ({
          code: duty.code,
          name: duty.name,
          period: duty.period,
          clause: duty.clause,
          proof: duty.proof,
          department: people.get(duty.code)?.department ?? null,
          owner: people.get(duty.code)?.owner ?? null,
          deputy: people.get(duty.code)?.deputy ?? null,
          dots: dotsOf(
            duty,
            found.filter((one) => one.dutyCode === duty.code),
            year,
            { today, calendar },
          ),
        })),
    })),
    can: holds(tx.actor, 'duty.manage') ? ['manage'] : [],
  })
}

type Now = { readonly today: Day; readonly calendar: Calendar }

function dotsOf(duty: DutyDef, found: readonly InstanceRecord[], year: number, { today, calendar }: Now): Dot[] {
  const opened = found.map(
    (one): Dot => ({
      id: one.id,
      periodKey: one.periodKey === one.id ? one.title : one.periodKey,
      dueOn: one.dueOn,
      month: +one.dueOn.slice(5, 7),
      standing: standingOf(one, today, calendar),
    }),
  )
  const planned = plannedOf(duty, year, calendar)
    .filter(({ period, dueOn }) => dueOn > today && !found.some((one) => one.periodKey === period.key))
    .map(
      ({ period, dueOn }): Dot => ({
        id: null,
        periodKey: period.key,
        dueOn,
        month: +dueOn.slice(5, 7),
        standing: 'planned',
      }),
    )
  return [...opened, ...planned].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

/** Every period of a duty that falls due in the year. */
function plannedOf(duty: DutyDef, year: number, calendar: Calendar): { period: Period; dueOn: Day }[] {
  if (duty.period === 'ad_hoc') return []
  const found: { period: Period; dueOn: Day }[] = []
  let period = periodOf(duty.period, addDays(`${year}-01-01`, -20))
  while (period.from <= `${year}-12-31`) {
    const dueOn = dueDayOf(duty.due, period, calendar)
    if (dueOn.startsWith(`${year}-`)) found.push({ period, dueOn })
    period = nextPeriod(duty.period, period)
  }
  return found
}
