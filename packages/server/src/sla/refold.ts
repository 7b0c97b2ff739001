/** Folds the clocks of many cases at once, by given calendars: for what a calendar change does to running cases. */
import { foldClocks, type Calendar, type ClockState } from '@anpei/domain/sla'
import { eventsOfMany } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { clockCatalogue } from './catalogue.ts'
import { clockEvent } from './derive-clocks.ts'
import { openSubjects, type OpenSubject } from './store-calendars.ts'

const AT_ONCE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

export type Folder = (calendars: ReadonlyMap<string, Calendar>) => readonly ClockState[]
export type OpenCase = OpenSubject & { readonly fold: Folder }

/** The next cases with open clocks after an id, each ready to be folded; empty at the end. */
export async function openCasesAfter(tx: Tx, after: string = FIRST): Promise<OpenCase[]> {
  const { tenantId } = tx.actor
  const subjects = await openSubjects(tx.db, tenantId, after, AT_ONCE)
  if (subjects.length === 0) return []
  const { defs } = clockCatalogue()
  const events = await eventsOfMany(
    tx.db,
    tenantId,
    subjects.map((one) => one.id),
  )
  return subjects.map((subject) => {
    const own = (events.get(subject.id) ?? []).map((event) =>
      clockEvent(event.id, event.name, event.at, event.actorId, event.facts),
    )
    const fold: Folder = (calendars) => {
      const folded = foldClocks(defs, own, calendars)
      if (!folded.ok) throw new Error(`clocks of ${subject.id}: ${folded.code} ${JSON.stringify(folded.facts)}`)
      return folded.value
    }
    return { ...subject, fold }
  })
}
