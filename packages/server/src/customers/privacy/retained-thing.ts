/**
 * CUS-10: what is kept and must go one day although no person is known for it: files of exports, rows that a file
 * brought and nobody has assigned. The row that keeps such things says which are due, what they are called, and
 * destroys one; the list, the second person and the proof are the same as for persons.
 */
import type { Day } from '@anpei/domain/kernel'
import type { Emptied } from '../../custody/index.ts'
import type { Tx } from '../../http/index.ts'

type DueThing = { readonly subjectId: string; readonly endedOn: Day }
export type RetainedThing = {
  /** As in config/privacy/retention.json. */
  readonly subject: string
  /** What ended before this day. */
  due(tx: Tx, beforeOn: Day, limit: number): Promise<readonly DueThing[]>
  named(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Null where it must stay by now. */
  destroy(tx: Tx, subjectId: string, beforeOn: Day): Promise<Emptied | null>
}
