/**
 * SRV-02: an opening is written down at once: when, who stood by, what was found. Each letter is a request from this
 * moment, with the day of its postmark beside the day it was found; whoever wrote it down owns it (首问负责). The opening
 * itself stands when the second person has signed.
 */
import type { Input } from '@anpei/contract/kernel'
import type { BoxOpening, recordBoxOpening as route } from '@anpei/contract/service-desk'
import { parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Decision, type Instant } from '@anpei/domain/kernel'
import { decideOpening, decideOrigin, requestLifecycle } from '@anpei/domain/service-desk'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { actorsFor } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { openRequest, type Opening } from '../open-request.ts'
import { insertOpening, lockBox, waitsForWitness } from './store-boxes.ts'
import { openingView } from './views-boxes.ts'

type Letter = Input<typeof route>['body']['letters'][number]

export async function recordBoxOpening(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<BoxOpening>> {
  const box = await lockBox(tx, params.boxId, 'desk.work')
  if (!box.ok) return box
  const { openedAt, witnessId, found } = body
  const { tenantId, id: openerId } = tx.actor
  const [waiting, workers] = await Promise.all([
    waitsForWitness(tx, box.value.id),
    actorsFor(tx.db, tenantId, 'desk.work', dayOfInstant(tx.now)),
  ])
  const decided = decideOpening({
    state: box.value.state,
    hungAt: box.value.hungAt,
    lastOpenedAt: box.value.openedAt,
    waiting,
    openedAt,
    openerId,
    witnessId,
    now: tx.now,
  })
  if (!decided.ok) return decided
  if (!workers.some((one) => one.id === witnessId)) return refuse('desk.no_such_colleague')
  const letters: Opening[] = []
  for (const [index, letter] of body.letters.entries()) {
    const scans = files.filter((file) => file.field === `letter-${index}`)
    const opening = openingOf(letter, openedAt, scans)
    if (!opening.ok) return opening
    letters.push(opening.value)
  }
  if (letters.reduce((sum, one) => sum + one.files.length, 0) < files.length) return refuse('desk.box_letter_file')
  for (const letter of letters) await openRequest(tx, letter)
  const id = newId()
  await insertOpening(tx, {
    id,
    boxId: box.value.id,
    openedAt,
    witnessId,
    requestIds: letters.map((one) => one.id),
    found,
  })
  tx.record({
    name: 'box.opening_recorded',
    subject: { kind: 'box', id: box.value.id },
    facts: { openingId: id, letters: letters.length, witnessId },
  })
  return openingView(tx, id)
}

function openingOf(letter: Letter, receivedAt: Instant, files: readonly ArrivedFile[]): Decision<Opening> {
  const { kind, text, contact, postmarkOn, concernedIds } = letter
  const paper = { postmarkOn, trackingNo: '', sheetNo: '', sender: '', answerBy: null }
  const origin = decideOrigin(paper, dayOfInstant(receivedAt))
  if (!origin.ok) return origin
  const phone = contact.phone === '' ? ok({ phone: '' }) : parsePhone(contact.phone)
  if (!phone.ok) return phone
  const taken = transition(requestLifecycle, 'take', requestLifecycle.initial)
  if (!taken.ok) return taken
  return ok({
    id: newId(),
    kind,
    channel: 'box',
    receivedAt,
    automatic: false,
    person: null,
    contact: { name: contact.name, phone: phone.value.phone, email: '', openid: '' },
    subject: '',
    policy: null,
    origin: origin.value,
    concernedIds,
    languageSaid: null,
    text,
    files,
    sender: null,
    taken: taken.value,
  })
}
