/** What care marks mean, from config/care.json (CUS-04), read once. */
import { readFileSync } from 'node:fs'
import { isCareMark, parseCareTable, steerCare, type CareSteering, type CareTable } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, type Day, type Instant } from '@anpei/domain/kernel'

let kept: CareTable | undefined

export function careTable(): CareTable {
  if (kept) return kept
  const file = new URL('../../../../../config/care.json', import.meta.url)
  const parsed = parseCareTable(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`config/care.json: ${JSON.stringify(parsed.facts)}`)
  return (kept = parsed.value)
}

export function steeringOf(
  now: Instant,
  person: { readonly birthOn: Day; readonly careMarks: readonly string[] },
): CareSteering {
  const age = ageOn(person.birthOn, dayOfInstant(now))
  return steerCare(careTable(), { age, marks: person.careMarks.filter(isCareMark) })
}
