/**
 * Many rows into a (temporary) table of an open transaction: by COPY, the fastest way in; where the connection
 * pipelines, which COPY cannot, as one JSON document (a command that writes a few).
 */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyRow = readonly (string | null)[]

const ROWS_PER_PIECE = 500

export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly CopyRow[],
): Promise<void> {
  if (rows.length === 0) return
  if (client.pipeline) {
    const records = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])))
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(records),
    ])
    return
  }
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = finished(stream)
  for (let at = 0; at < rows.length; at += ROWS_PER_PIECE) {
    let text = ''
    for (const row of rows.slice(at, at + ROWS_PER_PIECE)) text += lineOf(row)
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done])
  }
  stream.end()
  await done
}

/** The text of a bytea. */
export function copyBytes(bytes: Buffer | null): string | null {
  return bytes === null ? null : `\\x${bytes.toString('hex')}`
}

function lineOf(row: CopyRow): string {
  let line = ''
  for (const value of row) {
    if (line !== '') line += '\t'
    line += value === null ? '\\N' : /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, escaped) : value
  }
  return `${line}\n`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(character: string): string {
  return ESCAPES[character] ?? character
}
