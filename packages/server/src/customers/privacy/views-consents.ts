/** Purposes with what a person said to each, and the proof (CUS-06). */
import type { getConsentProof as proofRoute, listConsents as listRoute, PurposeView } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { stillRestricted, usesOfPurpose, type Purpose } from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { findFile, openFile } from '../../documents/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { usesOf } from './consent-entry.ts'
import { purposes } from './privacy-lists.ts'
import { consentsAround, lockConsent, saidTo, type ConsentRow } from './store-consents.ts'
import { loadPersonData } from '../store-persons.ts'

export async function listConsents(
  tx: Tx,
  { params }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  return person ? ok({ purposes: await purposeViews(tx, person.id) }) : refuse('request.not_found')
}

export async function purposeViews(tx: Tx, personId: string): Promise<PurposeView[]> {
  const [rows, said] = await Promise.all([consentsAround(tx.db, tx.actor.tenantId, personId), saidTo(tx, personId)])
  const today = dayOfInstant(tx.now)
  return purposes().map((purpose) => viewOf(tx, purpose, rows, stillRestricted(purpose, said, today)))
}

export async function purposeView(tx: Tx, personId: string, purposeId: string): Promise<Decision<PurposeView>> {
  const found = (await purposeViews(tx, personId)).find((one) => one.id === purposeId)
  return found ? ok(found) : refuse('request.not_found')
}

export async function getConsentProof(tx: Tx, { params }: Input<typeof proofRoute>): Promise<Decision<FileAnswer>> {
  const { db, actor } = tx
  const consent = await lockConsent(db, actor.tenantId, params.consentId)
  const person = consent && (await loadPersonData(db, actor, 'person.read', consent.person_id))
  const file = person && (await findFile(db, actor.tenantId, params.fileId))
  if (!file || file.documentId !== consent.proof_document_id) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}

function viewOf(tx: Tx, purpose: Purpose, all: readonly ConsentRow[], restricted: boolean): PurposeView {
  const rows = all.filter((row) => row.purpose === purpose.id)
  const may = holds(tx.actor, 'privacy.record') || tx.actor.kind === 'customer'
  const asked = may && purpose.basis === 'consent'
  const use = usesOf(rows, purpose, dayOfInstant(tx.now))
  return {
    id: purpose.id,
    title: purpose.title,
    text: purpose.text,
    basis: purpose.basis,
    article: purpose.article,
    sensitive: purpose.sensitive,
    separateConsent: purpose.separateConsent,
    restricted: restricted && purpose.basis === 'consent',
    ...use,
    uses: usesOfPurpose(purpose, { why: use.why, restricted }),
    consents: rows.map((row) => ({
      id: row.id,
      givenHow: row.given_how,
      proxy: nameOf(row.proxy_name, row.proxy_relation),
      fromOn: row.from_on,
      toOn: row.to_on,
      recordedBy: row.recorded_by_name,
      recordedAt: row.recorded_at,
      withdrawnAt: row.withdrawn_at,
      withdrawnHow: row.withdrawn_how,
      withdrawnProxy: nameOf(row.no_name, row.no_relation),
      files: row.proof_files ?? [],
      can: may && row.withdrawn_at === null ? ['withdraw'] : [],
    })),
    can: [...(asked && !use.may ? ['give'] : []), ...(asked && rows.length === 0 ? ['refuse'] : [])],
  }
}

function nameOf(name: string | null, relation: string | null): string | null {
  return name === null ? null : `${name}（${relation ?? ''}）`
}
