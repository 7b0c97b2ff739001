import * as api from '@anpei/contract/sla'
import { on, type Bound } from '../http/index.ts'
import { decideLateEntry } from './decide-late-entry.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'
import { listLateEntries } from './views-late-entries.ts'

/** `cases` come from the rows that keep them. */
export function lateEntryRoutes(cases: { directory: CaseDirectory; keepers: CaseKeepers }): readonly Bound[] {
  return [
    on(api.listLateEntries, listLateEntries),
    on(api.decideLateEntry, (tx, input) => decideLateEntry(tx, cases, input)),
  ]
}
