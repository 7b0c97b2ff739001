/** The duties of config/duties.json, checked when they are first read (RPT-06). */
import { readFileSync } from 'node:fs'
import { DUTY_PERIODS, dutyFaults, type DutyDef, type DutyTable, type Guarantee } from '@anpei/domain/reporting'
import type { Calendar } from '@anpei/domain/sla'
import { z } from 'zod'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from '../sla/index.ts'

const CONFIG = new URL('../../../../config/', import.meta.url)
const Period = z.literal(['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'ad_hoc'])
const Due = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('end') }),
  z.object({ rule: z.literal('month_end'), month: z.int() }),
  z.object({ rule: z.literal('working_days_after_end'), days: z.int().min(1).max(30) }),
])
const Text = z.string().min(1)
const Duties = z.object({
  /** Department as the guarantee names it → its code in the organisation. */
  departments: z.record(z.string(), Text),
  guarantees: z.array(z.object({ code: Text, name: Text, period: Period, departments: z.array(Text) })),
  duties: z.array(
    z.object({
      code: Text,
      guarantee: Text,
      version: z.int().min(1),
      name: Text,
      period: Period,
      due: Due,
      clause: Text,
      proof: Text,
      reminders: z.array(z.int().min(1).max(300)),
    }),
  ),
})

export type DutyCatalogue = DutyTable & { readonly departments: Readonly<Record<string, string>> }

let loaded: DutyCatalogue | undefined

export function dutyCatalogue(): DutyCatalogue {
  return (loaded ??= readCatalogue())
}

function readCatalogue(): DutyCatalogue {
  const table = Duties.parse(JSON.parse(readFileSync(new URL('duties.json', CONFIG), 'utf8')))
  const faults = dutyFaults(table)
  if (faults.length > 0) throw new Error(`config/duties.json: ${faults.join('；')}`)
  return table
}

export function dutyDef(code: string): DutyDef | undefined {
  return dutyCatalogue().duties.find((duty) => duty.code === code)
}

export function guaranteeOf(code: string): Guarantee | undefined {
  return dutyCatalogue().guarantees.find((guarantee) => guarantee.code === code)
}

/** The word for how often, on files. */
export function periodWord(code: string): string {
  const period = dutyDef(code)?.period
  return period ? DUTY_PERIODS[period] : ''
}

/** Working days of the tenant's desk. */
export async function dutyCalendar(tx: Tx): Promise<Calendar> {
  const calendar = (await calendarsOf(tx)).byId.get('desk')
  if (!calendar) throw new Error('there is no calendar of the desk')
  return calendar
}
