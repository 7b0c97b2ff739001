/** What a customer said in a request, so that nobody types it again when it goes on elsewhere (SRV-01). */
import type { Tx } from '../http/index.ts'
import { threadOf } from './store-thread.ts'

/** `words`: everything the customer said in it, oldest first. */
export type Heard = { readonly words: string; readonly documentIds: readonly string[] }

export async function heardOf(tx: Tx, requestId: string): Promise<Heard> {
  const heard = (await threadOf(tx, requestId)).filter((message) => message.direction === 'in')
  return {
    words: heard
      .map((message) => message.told.text)
      .join('\n')
      .trim(),
    documentIds: heard.flatMap((message) => message.documentIds),
  }
}
