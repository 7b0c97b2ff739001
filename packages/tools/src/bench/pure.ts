/** Pure calculation on one core: the function server and command line share, and the working-time sum of the clocks. */
import { readFileSync } from 'node:fs'
import { adjudicate, caseFromDoor, parseProgrammeVersion } from '@anpei/domain/programme'
import { addWorkingTime } from '@anpei/domain/sla'
import { loadStandards } from '@anpei/server/programme'
import { clockCatalogue } from '@anpei/server/sla'
import { atLeast, type Row } from './table.ts'

const VERSION = new URL('../../../../config/programmes/chaonan/2025-10-01.json', import.meta.url)
const EXAMPLES = new URL('../adjudicate/worked-examples.json', import.meta.url)
const SECONDS = 2
const LEAST = 100_000
/** Issue 3: at least so many a second, over a year-long horizon. */
const LEAST_SUMS = 1_000_000
/** About the working days of a year, seven hours each. */
const YEAR_SECONDS = 245 * 7 * 3600

export function benchPure(): Row[] {
  const version = parseProgrammeVersion(JSON.parse(readFileSync(VERSION, 'utf8')))
  if (!version.ok) throw new Error('the shipped programme cannot be read')
  const standards = loadStandards()
  const examples: { input: unknown }[] = JSON.parse(readFileSync(EXAMPLES, 'utf8'))
  const cases = examples.map((one) => caseFromDoor(one.input)).flatMap((reading) => (reading.ok ? [reading.asked] : []))
  let at = 0
  const judged = perSecond(() => {
    const asked = cases[at++ % cases.length]
    if (asked) adjudicate(asked, version.value, standards)
  })
  const calendar = clockCatalogue().calendars.get('desk')
  if (!calendar) throw new Error('no calendar')
  const before = Date.parse('2026-01-05T01:00:00Z') / 1000
  let second = 0
  const added = perSecond(() => {
    addWorkingTime(calendar, before + (second++ % 86_400), YEAR_SECONDS)
  })
  return [
    atLeast('calculation', 'adjudicate, the worked examples in turn, one core', judged, LEAST, 'cases/s'),
    atLeast('calculation', 'working time added over a year, one core', added, LEAST_SUMS, 'sums/s'),
  ]
}

function perSecond(work: () => void): number {
  for (let i = 0; i < 5000; i++) work()
  const from = performance.now()
  let done = 0
  while (performance.now() - from < SECONDS * 1000) {
    for (let i = 0; i < 200; i++) work()
    done += 200
  }
  return done / ((performance.now() - from) / 1000)
}
