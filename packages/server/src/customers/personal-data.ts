/**
 * CUS-07, CUS-10: what each row of the business knows of a person, for a copy, and until when it must be kept.
 * Customers stand below the rows that know; `personal-data.ts` beside `app.ts` puts the sources together.
 *
 * A row that keeps something of a person adds a file `personal-data.ts` with one source and a line there:
 * `tables` names its tables with a `person_id`, `gather` tells their lines (`linesOf` where they are plain),
 * `uses` says how long they bind. A test finds a table that nobody tells, and one that is told twice. Destruction and
 * merging need nothing: both go by the column `person_id` itself.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { RetainedThing } from './privacy/retained-thing.ts'

type Value = string | number | null
/** One table of the copy: Chinese names of its columns, and its lines. */
export type DataSection = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}
export type PersonalDataSource = {
  readonly row: string
  /** Tables whose lines about a person it tells. */
  readonly tables: readonly string[]
  /** Asked once for the person and once for each record that was merged into it. */
  gather(tx: Tx, personId: string): Promise<readonly DataSection[]>
  /**
   * A query of `class` and `ended_on` (a date, `infinity` while it runs) of the person in this expression; none where
   * the row binds nothing.
   */
  readonly uses?: (tenantId: number, personId: RawBuilder<unknown>) => RawBuilder<unknown>
  /** What it keeps of people nobody has told apart. */
  readonly things?: readonly RetainedThing[]
}

type Section<Told> = {
  readonly title: string
  readonly head: readonly string[]
  /** Column (from 0) → the words of its codes. */
  readonly words?: Readonly<Record<number, Readonly<Record<string, string>>>>
  /** Columns that lie sealed; they follow the plain ones. */
  readonly told?: (told: Told) => readonly Value[]
}
type Line = { readonly line: readonly Value[]; readonly salt?: Buffer | null; readonly sealed?: Buffer | null }

/**
 * A section from one query (without its limit): `line` is a JSON array of the plain columns in the order of `head`;
 * with `told`, also `salt` and `sealed`.
 */
export async function linesOf<Told>(tx: Tx, section: Section<Told>, query: RawBuilder<unknown>): Promise<DataSection> {
  const { rows } = await sql<Line>`${query} limit ${MOST_LINES}`.execute(tx.db)
  return {
    title: section.title,
    head: section.head,
    rows: rows.map(({ line, salt, sealed }) => {
      const plain = line.map((value, at) =>
        typeof value === 'string' ? (section.words?.[at]?.[value] ?? value) : value,
      )
      if (!section.told) return plain
      if (!salt || !sealed) return [...plain, ...section.head.slice(plain.length).map(() => null)]
      const told: Told = JSON.parse(tx.vault.openText(salt, sealed))
      return [...plain, ...section.told(told)]
    }),
  }
}

const MOST_LINES = 2000

/** A lifecycle's states in the words of the screens. */
export function stateWords(lifecycle: {
  readonly states: Readonly<Record<string, { readonly zh: string }>>
}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(lifecycle.states).map(([state, { zh }]) => [state, zh]))
}
