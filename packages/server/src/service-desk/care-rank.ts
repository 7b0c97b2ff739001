/** CUS-04: how soon a person is served among those who wait alike; nobody known is served as everybody. */
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

const ORDINARY = 5

export async function careRankOf(tx: Tx, personId: string | null): Promise<number> {
  if (personId === null) return ORDINARY
  return (await careOf(tx, [personId])).get(personId)?.steering.rank ?? ORDINARY
}
