/**
 * SRV-01, CLM-04, CUS-08: whoever reviews a claim, or may open the request, sees what the customer said and handed in
 * at the desk, without the numbers in it, so that nobody is asked again. Complaints and tips stay with those who may
 * see them.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getClaimRequestFile as fileRoute, listClaimRequests as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { withoutNumbers } from '@anpei/domain/knowledge'
import { findClaim } from '../claims/index.ts'
import { filesAlsoWith, findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { itemOf } from './views-about.ts'
import { requestIdsAbout } from './store-links.ts'
import { threadOf } from './store-thread.ts'
import { findRequest, isMergedInto, requestOfCase, type RequestRecord } from './store.ts'

export async function listClaimRequests(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.read')
  if (!claim.ok) return claim
  const items = await Promise.all(
    (await idsOf(tx, claim.value)).map(async (id) => {
      const found = await mayOf(tx, params.claimId, id)
      if (!found) return []
      const [item, thread] = await Promise.all([itemOf(tx, found.request), threadOf(tx, id)])
      const fileIds = item.files.map((file) => file.id)
      const taken = await filesAlsoWith(tx, { kind: 'claim', id: params.claimId }, fileIds)
      const said = thread
        .filter(({ direction, told }) => direction === 'in' && told.text.trim() !== '')
        .map(({ at, told }) => ({ at, text: withoutNumbers(told.text) }))
      return [{ ...item, said, taken, open: found.open }]
    }),
  )
  return ok({ items: items.flat() })
}

export async function getClaimRequestFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const { claimId, requestId, fileId } = params
  const claim = await findClaim(tx, claimId, 'claim.read')
  if (!claim.ok) return claim
  const [found, file] = await Promise.all([
    (await idsOf(tx, claim.value)).includes(requestId) ? mayOf(tx, claimId, requestId) : null,
    findFile(tx.db, tx.actor.tenantId, fileId),
  ])
  if (!found || file?.subjectKind !== 'request') return refuse('request.not_found')
  const its = file.subjectId === requestId || (await isMergedInto(tx, file.subjectId, requestId))
  return its ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

function idsOf(tx: Tx, { id, reportId }: { readonly id: string; readonly reportId: string }): Promise<string[]> {
  return requestIdsAbout(tx, [id, reportId])
}

type Seen = { readonly request: RequestRecord; readonly open: boolean }

async function mayOf(tx: Tx, claimId: string, requestId: string): Promise<Seen | null> {
  const opened = await findRequest(tx, requestId, 'desk.read')
  if (opened.ok) return { request: opened.value, open: true }
  const reviews = await findClaim(tx, claimId, 'claim.review')
  const request = reviews.ok ? await requestOfCase(tx, requestId) : null
  return request && { request, open: false }
}
