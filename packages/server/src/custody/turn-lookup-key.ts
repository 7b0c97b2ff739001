/**
 * CUS-08: brings a new key over the look-up hashes (ID number, phone, account …), after the old one has leaked or a
 * rule demands it. A hash is hashed once more with the new key: no value is opened, so what nobody can read any more
 * turns too, and who knows the old key alone finds nothing. All of it in one transaction while no server runs: at no
 * moment is a number found under neither key, or can the same number be entered twice. Killed anywhere, it is begun
 * again or, when it had come through, only ended.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { loadKeyRing, storeKeyRing, withIndexKeyTurned, withNextIndexKey } from '../crypto/index.ts'
import { lastTurn, layKeyOver, LOOKUP_HASHES, markTurn, othersAtWork } from './store-lookup-hashes.ts'

export type LookupTurn =
  | { readonly turned: true; readonly count: number }
  | { readonly turned: false; readonly others: number }

/** `client` is the owner's; `say` is told of each column that is done. */
export async function turnLookupKey(
  client: pg.Client,
  path: string,
  say: (what: string, count: number) => void,
): Promise<LookupTurn> {
  const others = await othersAtWork(client)
  if (others > 0) return { turned: false, others }
  const ring = withNextIndexKey(loadKeyRing(path, undefined))
  const key = ring.nextIndexKey
  if (!key) throw new Error('a turn has a key to bring in')
  // Stands in the file before anything is hashed with it: a server that starts meanwhile sees it and stays out.
  storeKeyRing(path, ring)
  const mark = `look-up key ${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  let count = 0
  if ((await lastTurn(client)) !== mark) {
    await client.query('begin')
    for (const column of LOOKUP_HASHES) {
      const done = await layKeyOver(client, key, column)
      count += done
      say(`${column.table}.${column.column}`, done)
    }
    await markTurn(client, mark)
    // Who came in while it ran may have read the ring before the key stood in it: then nothing has happened.
    const late = await othersAtWork(client)
    await client.query(late > 0 ? 'rollback' : 'commit')
    if (late > 0) return { turned: false, others: late }
    say('', count)
  }
  storeKeyRing(path, withIndexKeyTurned(ring))
  return { turned: true, count }
}
