/** Consents to the cover as screens see them, and what a death claim has to show of them (PRG-04). */
import type {
  CoverConsentView,
  getCoverConsentProof as proofRoute,
  getPersonConsents as personRoute,
  listImportConsents as importRoute,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, ok, refuse, scopesOf, type Actor, type Decision } from '@anpei/domain/kernel'
import {
  CONSENT_ANSWERS,
  CONSENT_ROUTES,
  consentStanding,
  DEATH_COVER_NOTES,
  deathCoverNotes,
} from '@anpei/domain/programme'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import {
  consentsOfImport,
  consentsOfPerson,
  findConsent,
  membershipOfPerson,
  type ConsentData,
} from './store-consents.ts'
import { loadImport } from '../roster/store-imports.ts'
import { isOnRoster } from '../roster/store-roster.ts'

export async function getPersonConsents(
  tx: Tx,
  { params }: Input<typeof personRoute>,
): Promise<Decision<Answer<typeof personRoute>>> {
  const { db, actor } = tx
  if (!(await isOnRoster(db, actor, params.personId))) return refuse('request.not_found')
  const [member, consents] = await Promise.all([
    membershipOfPerson(db, actor.tenantId, params.personId),
    consentsOfPerson(db, actor.tenantId, params.personId),
  ])
  return ok({
    lacksCapacity: member.lacksCapacity,
    programmes: member.programmes.map(({ id, name }) => {
      const own = consents.filter((one) => one.programme_id === id)
      return {
        programmeId: id,
        programme: name,
        notes: notesOf(own, member.lacksCapacity),
        consents: viewsOf(tx, own),
      }
    }),
    can: holds(actor, 'roster.consent') ? ['record'] : [],
  })
}

/** For a claim on a death: facts for the person who decides, with their article. */
export async function deathCoverOf(tx: Tx, programmeId: string, personId: string) {
  const { db, actor } = tx
  const [member, consents] = await Promise.all([
    membershipOfPerson(db, actor.tenantId, personId),
    consentsOfPerson(db, actor.tenantId, personId),
  ])
  const own = consents.filter((one) => one.programme_id === programmeId)
  return {
    notes: notesOf(own, member.lacksCapacity),
    consent: viewsOf(tx, own).find((one) => one.stands) ?? null,
  }
}

export async function listImportConsents(
  tx: Tx,
  { params }: Input<typeof importRoute>,
): Promise<Decision<Answer<typeof importRoute>>> {
  const { db, actor } = tx
  const [one, consents] = await Promise.all([
    loadImport(db, actor.tenantId, params.importId),
    consentsOfImport(db, actor.tenantId, params.importId),
  ])
  if (!one || one.kind === 'discharge') return refuse('request.not_found')
  return ok({
    consents: viewsOf(tx, consents),
    can: one.state === 'confirmed' && holds(actor, 'roster.consent') ? ['record'] : [],
  })
}

export async function getCoverConsentProof(
  tx: Tx,
  { params }: Input<typeof proofRoute>,
): Promise<Decision<FileAnswer>> {
  const { db, actor } = tx
  const consent = await findConsent(db, actor.tenantId, params.consentId)
  if (!consent) return refuse('request.not_found')
  const may = consent.person_id === null ? seesAll(actor) : await isOnRoster(db, actor, consent.person_id)
  const file = may && (await findFile(db, actor.tenantId, params.fileId))
  return file && file.subjectKind === 'cover_consent' && file.subjectId === consent.id
    ? ok(await openFile(tx, file, false))
    : refuse('request.not_found')
}

/** The proof of a whole import may name everybody on it. */
function seesAll(actor: Actor): boolean {
  return scopesOf(actor, 'roster.read').some((scope) => scope.kind === 'tenant')
}

function notesOf(consents: readonly ConsentData[], lacksCapacity: boolean) {
  const standing = standingOf(consents)
  return deathCoverNotes(standing, lacksCapacity).map((code) => ({ code, text: DEATH_COVER_NOTES[code] }))
}

function standingOf(consents: readonly ConsentData[]) {
  return consentStanding(consents.map((one) => ({ ...one, ofPerson: one.person_id !== null })))
}

function viewsOf(tx: Tx, consents: readonly ConsentData[]): CoverConsentView[] {
  const standing = standingOf(consents)
  return consents.map((one) => {
    const said: { givenBy: string; proof: string } = JSON.parse(tx.vault.openText(one.salt, one.sealed))
    return {
      id: one.id,
      programmeId: one.programme_id,
      programme: one.programme,
      importFile: one.import_file,
      answer: one.answer,
      answerWord: CONSENT_ANSWERS[one.answer],
      route: one.route,
      routeWord: CONSENT_ROUTES[one.route],
      givenBy: said.givenBy,
      givenOn: one.given_on,
      proof: said.proof,
      files: one.person_id !== null || seesAll(tx.actor) ? one.files : [],
      recordedBy: one.recorded_by,
      recordedAt: one.recorded_at,
      stands: one.id === standing?.id,
    }
  })
}
