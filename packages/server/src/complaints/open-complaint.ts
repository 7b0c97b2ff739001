/**
 * CMP-01, CMP-02: however a complaint reached us, it begins here: one number, the legal clock from its receipt, its
 * words sealed, what is missing noted, the broken promises of its claim in its file, and the line of those complained
 * about noted so that none of them is given it.
 */
import type { Complainant, Matter } from '@anpei/contract/complaints'
import {
  coordinatorFor,
  decideRegistration,
  isUnreachable,
  type ComplaintLabel,
  type EntryKind,
  type Registered,
  type Representation,
} from '@anpei/domain/complaints'
import { dayOfInstant, ok, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import { KEPT_BY } from '@anpei/domain/sla'
import type { z } from 'zod'
import { writeAsOne, type Writing } from '../db/index.ts'
import { tellLive, type ArrivedFile, type Tx } from '../http/index.ts'
import { superiorsOf } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { brokenPromisesOf } from './broken-promises.ts'
import { EVIDENCE, keepPapers, MANDATE } from './keep-papers.ts'
import { proposedMajorWriting } from './major/store-major.ts'
import { sealComplaint } from './seal-complaint.ts'
import { isAnswerable } from './solve/store-reach.ts'
import { newEntryWriting } from './store-entries.ts'
import { coordinationGroup } from './store-handlers.ts'
import { nameWritings } from './store-names.ts'
import { newComplaintWriting } from './store.ts'

export type Opening = {
  readonly label: ComplaintLabel
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly postmarkedOn: Day | null
  readonly representation: Representation
  readonly mandateUntil: Day | null
  readonly peopleCount: number
  readonly spokespersonCount: number
  readonly receptionArea: string
  readonly areaRecorded: boolean | null
  readonly complainant: z.output<typeof Complainant>
  readonly matter: z.output<typeof Matter>
  readonly person: { readonly id: string; readonly villageCode: string | null } | null
  readonly claim: { readonly id: string; readonly step: string | null } | null
  readonly policyNo: string
  readonly respondentText: string
  readonly respondentInstitutionId: string | null
  readonly concernedIds: readonly string[]
  readonly sellingInstitutionId: string | null
  readonly institutionId: string | null
  readonly cover: 'group' | 'individual'
  /** Papers handed in with it: what shows the mandate or the heir, else evidence. */
  readonly files: readonly ArrivedFile[]
  /** Photos and papers that came beside the mandate. */
  readonly evidence?: readonly ArrivedFile[]
  /** A mandate of the register covers it: none is asked for again (CMP-02). */
  readonly mandateHeld?: boolean
  /** The insured person as named, where we do not know who that is. */
  readonly aboutName?: string
  /** Papers that lie with the request it came from. */
  readonly documentIds: readonly string[]
}
export type Opened = { readonly id: string; readonly complaintNo: string }

export async function openComplaint(tx: Tx, opening: Opening): Promise<Decision<Opened>> {
  const registered = decided(opening)
  if (!registered.ok) return registered
  const id = newId()
  const kept = await keepOf(tx, id, opening)
  if (!kept.ok) return kept
  const { concernedIds, claim, sellingInstitutionId } = opening
  const [complaintNo, lineIds, group, broken] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'complaint', tx.now),
    superiorsOf(tx.db, tx.actor.tenantId, concernedIds),
    coordinationGroup(tx),
    claim === null ? [] : brokenPromisesOf(tx, claim.id),
  ])
  const turn = Number(complaintNo.slice(-6))
  const coordinatorId = coordinatorFor(group, { concernedIds, lineIds, sellingInstitutionId }, turn)
  recordOpening(tx, { id, complaintNo }, opening, registered.value)
  const due = await deriveClocks(tx, { kind: 'complaint', id }, true)
  const made = recordOf(tx, { id, complaintNo }, opening, registered.value)
  const row = { ...made, lineIds, coordinatorId, mandateDocumentIds: kept.value.mandate }
  const file = { id, salt: made.salt, round: 1 }
  const entry = (kind: EntryKind, text: string, documentIds: readonly string[]): Writing =>
    newEntryWriting(tx, file, {
      id: newId(),
      kind,
      happenedAt: opening.receivedAt,
      successful: null,
      documentIds,
      told: { text, with: '', place: '' },
    })
  const { evidence } = kept.value
  const entries = [
    ...(made.major ? [proposedMajorWriting(tx, made)] : []),
    ...(evidence.length > 0 ? [entry('evidence', '投诉时提交的材料', evidence)] : []),
    ...(broken.length > 0 ? [entry('broken_promise', broken.map((one) => one.text).join('\n'), [])] : []),
  ]
  const names = nameWritings(tx, id, made.told.complainant.name)
  tx.later(writeAsOne(tx.db, [newComplaintWriting(tx, row, due), ...names, ...entries]))
  await sealComplaint(tx, { id, concernedIds, coordinatorId, responsibleId: null })
  tellLive(tx, 'complaints', null)
  return ok({ id, complaintNo })
}

function decided(opening: Opening): Decision<Registered> {
  const { complainant, representation, files, person, receivedAt } = opening
  return decideRegistration({
    ...opening,
    proofCount: files.length + (opening.mandateHeld ? 1 : 0),
    receivedOn: dayOfInstant(receivedAt),
    named: complainant.name !== '' || (representation === 'self' && person !== null),
    reachable:
      complainant.phone !== '' ||
      complainant.email !== '' ||
      complainant.address !== '' ||
      isAnswerable(opening.channel) ||
      (representation === 'self' && person !== null),
  })
}

type Kept = { readonly mandate: readonly string[]; readonly evidence: readonly string[] }

async function keepOf(tx: Tx, id: string, opening: Opening): Promise<Decision<Kept>> {
  const { representation, channel, receivedAt, person, files, documentIds, evidence = [] } = opening
  const proves = representation === 'proxy' || representation === 'heir'
  const holder = { id, channel, personId: person?.id ?? null }
  const kept = await keepPapers(tx, holder, proves ? MANDATE : EVIDENCE, receivedAt, files)
  if (!kept.ok) return kept
  const beside = await keepPapers(tx, holder, EVIDENCE, receivedAt, evidence)
  if (!beside.ok) return beside
  const all = [...documentIds, ...beside.value]
  return ok(proves ? { mandate: kept.value, evidence: all } : { mandate: [], evidence: [...all, ...kept.value] })
}

function recordOpening(tx: Tx, { id, complaintNo }: Opened, opening: Opening, registered: Registered): void {
  const { person, claim, channel, cover, receivedAt } = opening
  const subject = { kind: 'complaint', id }
  const personId = person?.id ?? null
  const reachable = !isUnreachable({
    ...toldOf(opening).complainant,
    personKnown: person !== null,
    backChannel: isAnswerable(channel),
  })
  const { institutionId } = opening
  const kept = institutionId === null ? {} : { [KEPT_BY]: institutionId }
  const facts = { complaintNo, via: channel, cover, class: 'simple', claimId: claim?.id ?? null, reachable, ...kept }
  tx.record({ name: 'complaint.received', subject, personId, at: receivedAt, facts })
  const { missing, major } = registered
  const { peopleCount } = opening
  if (major) tx.record({ name: 'complaint.major_proposed', subject, personId, facts: { peopleCount } })
  if (missing.length > 0) tx.record({ name: 'complaint.found_incomplete', subject, personId, facts: { missing } })
}

function recordOf(tx: Tx, { id, complaintNo }: Opened, opening: Opening, { major, missing }: Registered) {
  const { person, claim } = opening
  return {
    ...opening,
    id,
    complaintNo,
    major,
    missing,
    recordedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
    personId: person?.id ?? null,
    villageCode: person?.villageCode ?? null,
    claimId: claim?.id ?? null,
    claimStep: claim?.step ?? null,
    salt: tx.vault.newSalt(),
    told: toldOf(opening),
  }
}

/** Of somebody who wants no name on it none is kept. */
function toldOf({ representation, complainant, matter, policyNo, respondentText, aboutName = '' }: Opening) {
  const who = representation === 'anonymous' ? { ...complainant, name: '' } : complainant
  return { complainant: who, matter, policyNo, respondentText, aboutName }
}
