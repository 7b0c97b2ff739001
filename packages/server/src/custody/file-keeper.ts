/**
 * A row that lays files into the store tells which of its rows a file belongs to: for re-sealing (the salt stands in
 * the row) and for the nightly look at what lies in the store without a row, and which row lost its file.
 */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type FileKeeper = {
  /** What these files are, for the log. */
  readonly what: string
  /** Of these files, those that belong to a row: id → salt. */
  saltsOf(db: Db, tenantId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
  /** Files that must lie in the store, by id, after the given one. Files that can be made again are not among them. */
  needed(db: Db, tenantId: number, after: string, limit: number): Promise<readonly string[]>
}

/** A table of files: each row is one, under its own salt, and empty (`byte_count` 0) once it was destroyed (CUS-10). */
export function fileTable(what: string, table: 'stored_file' | 'data_request_file'): FileKeeper {
  return {
    what,
    async saltsOf(db, tenantId, ids) {
      const { rows } = await sql<{ id: string; salt: Buffer }>`select id, salt from ${sql.table(table)}
        where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`.execute(db)
      return new Map(rows.map((row) => [row.id, row.salt]))
    },
    async needed(db, tenantId, after, limit) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where tenant_id = ${tenantId}
        and id > ${after} and byte_count > 0 order by id limit ${limit}`.execute(db)
      return rows.map((row) => row.id)
    },
  }
}
