/**
 * Many rows into a (temporary) table of an open transaction: by COPY, the fastest way in; where the connection
 * pipelines, which COPY cannot, as one JSON document (a command that writes a few). The caller writes both statements
 * out, so that it can be seen whose table it is.
 */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyRow = readonly (string | null)[]
export type CopyTarget = {
  readonly columns: readonly string[]
  /** `copy … from stdin`, the columns in the order of `columns`. */
  readonly copy: string
  /** The same from `$1`, a JSON array of objects. */
  readonly insert: string
}

const ROWS_PER_PIECE = 500

export async function copyRows(client: PoolClient, target: CopyTarget, rows: readonly CopyRow[]): Promise<void> {
  if (rows.length === 0) return
  if (client.pipeline) {
    const records = rows.map((row) => Object.fromEntries(target.columns.map((column, at) => [column, row[at] ?? null])))
    await client.query(target.insert, [JSON.stringify(records)])
    return
  }
  const stream = client.query(copyFrom(target.copy))
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
