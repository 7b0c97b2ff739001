/** Purposes in plain words with what was said to each, and the requests on the way (CUS-06, CUS-07). */
import type { portalDataFile as fileRoute, PortalPrivacy, portalPrivacy as route } from '@anpei/contract/portal'
import type { Input } from '@anpei/contract/kernel'
import { dataRequestLifecycle, REQUEST_KINDS } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import { ownRequestFile, ownRequests, purposeViews } from '../customers/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { linkedPerson } from './privacy-link.ts'
import { linksOf } from './store.ts'

export async function showPrivacy(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<PortalPrivacy>> {
  const linked = await linkedPerson(tx, params.linkId)
  if (!linked.ok) return linked
  const [purposes, requests] = await Promise.all([
    purposeViews(tx, linked.value.personId),
    ownRequests(tx, linked.value.personId),
  ])
  return ok({
    personName: linked.value.name,
    mayAgree: linked.value.own || linked.value.agreesBy !== null,
    purposes: purposes.map(({ id, title, text, may, why, basis, uses }) => ({
      id,
      title,
      text,
      may,
      asked: basis === 'consent',
      said: may ? 'yes' : why === 'withdrawn' ? 'no' : 'nothing',
      goesOn: uses.flatMap((use) => (use.may ? [use.title] : [])),
    })),
    requests: requests.map((row) => ({
      requestNo: row.request_no,
      kindWord: REQUEST_KINDS[row.kind],
      state: row.state,
      stateWord: dataRequestLifecycle.states[row.state].zh,
      receivedAt: row.received_at,
      answerBy: row.answered_at === null ? row.due_at : null,
      outcomeWord: row.outcomeWord,
      answer: row.answer,
      files: row.files.map((file) => ({ ...file, path: `/api/portal/data-requests/${row.id}/files/${file.id}` })),
    })),
  })
}

export async function getDataFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  return ownRequestFile(tx, params, async (personId) =>
    (await linksOf(tx.db, tx.actor.tenantId, tx.actor.id)).some(
      (one) => one.person_id === personId && one.state === 'linked',
    ),
  )
}
