/**
 * A row that lays files into the store tells which of its rows a file belongs to: for re-sealing (the salt stands in
 * the row) and for the nightly look at what lies in the store without a row, and which row lost its file.
 */
import type { Db } from '../db/index.ts'

export type FileKeeper = {
  /** What these files are, for the log. */
  readonly what: string
  /** Of these files, those that belong to a row: id → salt. */
  saltsOf(db: Db, tenantId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
  /** Files that must lie in the store, by id, after the given one. Files that can be made again are not among them. */
  needed(db: Db, tenantId: number, after: string, limit: number): Promise<readonly string[]>
}
