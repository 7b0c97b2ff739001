/** CMP-08: a letter of a complaint, numbered and kept sealed, in the transaction of what it tells. */
import { mayHearPersonal } from '@anpei/domain/complaints'
import { ok, dayOfInstant, type Decision } from '@anpei/domain/kernel'
import { buildLetter, type ComplaintLetterFacts, type LetterHead } from '@anpei/domain/notifications'
import { careOf, loadPerson } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { activeLetter, contactRegister, insertLetter } from '../../notifications/index.ts'
import { staffName } from '../../identity/index.ts'
import type { ComplaintRecord } from '../store.ts'

type Without<F> = F extends unknown ? Omit<F, keyof LetterHead> : never
export type ComplaintLetterPart = Without<ComplaintLetterFacts>

export async function issueComplaintLetter(
  tx: Tx,
  complaint: ComplaintRecord,
  part: ComplaintLetterPart,
): Promise<Decision<{ readonly id: string; readonly letterNo: string }>> {
  const { personId, responsibleId, complaintNo, told } = complaint
  const { tenantId } = tx.actor
  const [letterNo, template, person, care, handler] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'letter', tx.now),
    activeLetter(tx, part.kind),
    personId === null ? undefined : loadPerson(tx.db, tenantId, personId),
    personId === null ? undefined : careOf(tx, [personId]),
    responsibleId === null ? tx.actor.name : staffName(tx.db, tenantId, responsibleId),
  ])
  // Without a mandate it is the insured person's own letter.
  const heard = mayHearPersonal(complaint, dayOfInstant(tx.now)) || person === undefined
  const content = buildLetter(
    {
      letterNo,
      claimNo: complaintNo,
      progressCode: complaintNo,
      issuedOn: dayOfInstant(tx.now),
      recipientName: (heard && told.complainant.name) || (person?.name ?? '投诉人'),
      recipientHonorific: '',
      handlerName: handler,
      contacts: contactRegister(),
      ...part,
    },
    template,
  )
  if (!content.ok) return content
  const id = newId()
  const largeType = (personId !== null && care?.get(personId)?.steering.largeType) || false
  const letter = {
    id,
    letterNo,
    kind: part.kind,
    subject: { kind: 'complaint', id: complaint.id },
    personId,
    content: largeType ? { ...content.value, largeType } : content.value,
    issuedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  }
  tx.later(insertLetter(tx.db, tenantId, tx.vault, tx.now, letter))
  return ok({ id, letterNo })
}
