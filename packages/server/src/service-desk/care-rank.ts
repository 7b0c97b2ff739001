/**
 * CUS-04, SRV-02: how soon a person is served among those who wait alike; nobody known is served as everybody, and
 * whoever calls the elders' line is served first, known or not.
 */
import type { ChannelName } from '@anpei/domain/service-desk'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

const ORDINARY = 5
const FIRST = 1

export async function careRankOf(tx: Tx, personId: string | null, channel?: ChannelName): Promise<number> {
  if (channel === 'elder_line') return FIRST
  if (personId === null) return ORDINARY
  return (await careOf(tx, [personId])).get(personId)?.steering.rank ?? ORDINARY
}
