/**
 * SRV-01: where a case came from: the requests that became it or were linked with it, as far as the reader may see
 * them, and the files the customer handed in there, so that nobody is asked for them again.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { listRequestsAbout as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS, requestLifecycle } from '@anpei/domain/service-desk'
import { papersOf } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import { CLAIM_CHANNELS } from './claim-channel.ts'
import { requestIdsAbout } from './store-links.ts'
import { threadOf } from './store-thread.ts'
import { findRequest, type RequestRecord } from './store.ts'

type Item = Answer<typeof route>['items'][number]

export async function listRequestsAbout(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const ids = await requestIdsAbout(tx, query.subjectId.split(','))
  const found = await Promise.all(ids.map((id) => findRequest(tx, id, 'desk.read')))
  const items = found.flatMap((one) => (one.ok ? [itemOf(tx, one.value)] : []))
  return ok({ items: await Promise.all(items) })
}

export async function itemOf(tx: Tx, request: RequestRecord): Promise<Item> {
  const { id, requestNo, state, channel, receivedAt, told } = request
  return {
    id,
    requestNo,
    subject: told.subject,
    stateWord: requestLifecycle.states[state].zh,
    channelWord: REQUEST_CHANNELS[channel],
    claimChannel: CLAIM_CHANNELS[channel],
    receivedAt,
    files: await filesFrom(tx, id),
  }
}

/** Of the request and of those merged into it, by whatever message they came. */
async function filesFrom(tx: Tx, requestId: string): Promise<Item['files']> {
  const heard = (await threadOf(tx, requestId)).filter((one) => one.direction === 'in' && one.documentIds.length > 0)
  if (heard.length === 0) return []
  const papers = await papersOf(tx.db, tx.actor.tenantId, [...new Set(heard.map((one) => one.requestId))], null)
  return heard.flatMap(({ documentIds, told, at }) =>
    documentIds.flatMap((documentId, index) =>
      (papers.find((paper) => paper.id === documentId)?.files ?? []).map((file) => ({
        id: file.id,
        fileName: told.fileNames?.[index] ?? file.fileName,
        mediaType: file.mediaType,
        at,
      })),
    ),
  )
}
