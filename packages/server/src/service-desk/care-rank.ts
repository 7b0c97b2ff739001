/**
 * CUS-04, SRV-02: what care marks mean for the queue: how soon a person is served among those who wait alike, and the
 * language asked for. Nobody known is served as everybody; who calls the elders' line is served first, known or not.
 */
import type { ChannelName } from '@anpei/domain/service-desk'
import { careOf, languageWished } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

const ORDINARY = 5
const FIRST = 1

export type QueueCare = { readonly careRank: number; readonly languageMarked: string | null }

export async function queueCareOf(tx: Tx, personId: string | null, channel?: ChannelName): Promise<QueueCare> {
  const care = personId === null ? undefined : (await careOf(tx, [personId])).get(personId)
  return {
    careRank: channel === 'elder_line' ? FIRST : (care?.steering.rank ?? ORDINARY),
    languageMarked: languageWished(care?.careMarks ?? []),
  }
}
