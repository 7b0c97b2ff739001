/**
 * CUS-07, CUS-10: what each row of the business knows of a person, for a copy, and until when it must be kept.
 * Customers stand below the rows that know; `app.ts` puts the sources together.
 */
import type { RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'

type Value = string | number | null
/** One table of the copy: Chinese names of its columns, and its lines. */
export type DataSection = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}
export type PersonalDataSource = {
  readonly row: string
  gather(tx: Tx, personId: string): Promise<readonly DataSection[]>
  /**
   * A query of `class` and `ended_on` (a date, `infinity` while it runs) of the person in this expression; none where
   * the row binds nothing.
   */
  readonly uses?: (tenantId: number, personId: RawBuilder<unknown>) => RawBuilder<unknown>
}
