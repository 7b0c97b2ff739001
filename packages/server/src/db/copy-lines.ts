/** COPY of text lines into a (temporary) table of an open transaction: the fastest way in for many rows. */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const LINES_PER_PIECE = 500

export async function copyLines(client: PoolClient, table: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} from stdin`))
  const done = finished(stream)
  for (let at = 0; at < lines.length; at += LINES_PER_PIECE) {
    if (!stream.write(lines.slice(at, at + LINES_PER_PIECE).join(''))) await Promise.race([once(stream, 'drain'), done])
  }
  stream.end()
  await done
}

/** A bytea of the text form of COPY. */
export function copyBytes(bytes: Buffer | null): string {
  return bytes === null ? '\\N' : `\\\\x${bytes.toString('hex')}`
}

export function copyText(value: string): string {
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => `\\${character}`) : value
}
