/** What an elder sees of their complaints: how far, who, by when, the answer, and what may be said to it (CMP-02). */
import type { PortalComplaint } from '@anpei/contract/complaints'
import { complainantCan, decideRecheckAsk, isRechecked, mayHearPersonal, plainState } from '@anpei/domain/complaints'
import { dayOfInstant } from '@anpei/domain/kernel'
import { letterText, letterVoiceText, printedDay } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { staffPost } from '../../identity/index.ts'
import { findLetter, letterContent } from '../../notifications/index.ts'
import { toldDays } from '../solve/legal-period.ts'
import { decisionsOf, extensionsWhere, spansWhere } from '../solve/store-decisions.ts'
import { actsOf, actTold, proposalsOf, proposalTold } from '../solve/store-proposals.ts'
import { rechecksWhere } from '../solve/store-rechecks.ts'
import type { ComplaintRecord } from '../store.ts'
import { ownComplaints } from './store-accounts.ts'

export async function complaintsOfAccount(tx: Tx): Promise<PortalComplaint[]> {
  const complaints = await ownComplaints(tx)
  return Promise.all(complaints.map((complaint) => viewOf(tx, complaint)))
}

async function viewOf(tx: Tx, complaint: ComplaintRecord): Promise<PortalComplaint> {
  const { id, complaintNo, state, receivedAt, told, responsibleId } = complaint
  const [days, [proposal], acts, decisions, extensions, rechecks, [span], role] = await Promise.all([
    toldDays(tx, id),
    proposalsOf(tx, id),
    actsOf(tx, id),
    decisionsOf(tx, complaint),
    extensionsWhere(tx, sql`e.complaint_id = ${id}`),
    rechecksWhere(tx, sql`r.complaint_id = ${id}`),
    spansWhere(tx, sql`s.complaint_id = ${id} and s.to_at is null`),
    responsibleId === null ? null : staffPost(tx.db, tx.actor.tenantId, responsibleId),
  ])
  const heard = mayHearPersonal(complaint, dayOfInstant(tx.now))
  const open = heard && proposal?.state === 'approved' && state === 'approved' ? proposal : null
  const reachedAt = decisions[0]?.reachedAt
  const recheckRuns = rechecks.some((one) => one.toldAt === null && one.state !== 'withdrawn')
  const asked = decideRecheckAsk({
    askedOn: dayOfInstant(tx.now),
    reachedOn: reachedAt ? dayOfInstant(reachedAt) : null,
    rolledLastOn: days.recheckLastOn,
    rechecked: isRechecked(decisions[0]?.round ?? complaint.round, rechecks),
  })
  const recheckPossible = heard && asked.ok && !recheckRuns
  return {
    id,
    complaintNo,
    state,
    stateWord: plainState(state, open !== null, !heard),
    receivedAt,
    facts: told.matter.facts,
    about: told.aboutName ? `${told.aboutName}（${told.complainant.relation}）` : '',
    mandateFirst: !heard,
    mandateArrived: !heard && complaint.mandateDocumentIds.length > 0,
    contactByOn: days.contactByOn,
    answerByOn: days.answerByOn,
    recheckByOn: days.recheckByOn,
    paused: span?.kind ?? null,
    recheckUntilOn: recheckPossible ? days.recheckLastOn : null,
    handlerRole: role,
    proposal: open && {
      id: open.id,
      solution: proposalTold(tx, complaint, open).solution,
      acts: acts
        .filter((act) => act.proposalId === open.id)
        .map((act) => `${actTold(tx, complaint, act).what}（${printedDay(act.dueOn)}前）`),
    },
    // A decision once it was sent, a longer period, the result of a 核查 once it was told.
    letters: await lettersOf(
      tx,
      !heard
        ? []
        : [
            ...rechecks.filter((one) => one.toldAt !== null).map((one) => one.letterId),
            ...decisions.filter((one) => one.sentAt !== null).map((one) => one.letterId),
            ...extensions.map((one) => one.letterId),
          ],
      decisions.find((one) => one.sentAt !== null && one.reachedAt === null)?.letterId,
    ),
    can: complainantCan({ state, proposalOpen: open !== null, recheckPossible, mandateFirst: !heard }),
  }
}

/** Notices that went out. */
async function lettersOf(
  tx: Tx,
  ids: readonly (string | null)[],
  awaitedId: string | undefined,
): Promise<PortalComplaint['letters']> {
  const letters = await Promise.all(
    ids.flatMap((letterId) => (letterId === null ? [] : [findLetter(tx.db, tx.actor.tenantId, letterId)])),
  )
  return letters.flatMap((letter) => {
    if (!letter) return []
    const content = letterContent(tx.vault, letter)
    const { id, issuedAt } = letter
    const [text, voiceText] = [letterText(content), letterVoiceText(content)]
    return [{ id, on: dayOfInstant(issuedAt), title: content.title, text, voiceText, awaited: id === awaitedId }]
  })
}
