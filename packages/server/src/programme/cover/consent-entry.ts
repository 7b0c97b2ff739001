/** PRG-04: a consent written down, for an import or for one person: who agreed, by what road, when, with its proof. */
import type { Day, Decision } from '@anpei/domain/kernel'
import { dayOfInstant, ok } from '@anpei/domain/kernel'
import {
  CONSENT_ROUTES,
  decideConsent,
  stateOfImport,
  type ConsentAnswer,
  type ConsentRoute,
} from '@anpei/domain/programme'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertConsent } from './store-consents.ts'

type Said = {
  readonly answer: ConsentAnswer
  readonly route: ConsentRoute
  readonly givenBy: string
  readonly givenOn: Day
  readonly proof: string
}
type SaidFor =
  | { readonly programmeId: string; readonly personId: string }
  | { readonly programmeId: string; readonly importId: string; readonly state: string }

export async function enterConsent(
  tx: Tx,
  whom: SaidFor,
  said: Said,
  files: readonly ArrivedFile[],
): Promise<Decision<null>> {
  const { db, actor, vault, now } = tx
  const personId = 'personId' in whom ? whom.personId : null
  const importId = 'importId' in whom ? whom.importId : null
  const importState = 'importId' in whom ? stateOfImport(whom.state) : null
  const allowed = decideConsent({ givenOn: said.givenOn, today: dayOfInstant(now), importState })
  if (!allowed.ok) return allowed
  const id = newId()
  const proofs = files.filter((file) => file.field === 'proof')
  if (proofs.length > 0) {
    const stored = await storePapers(tx, {
      subject: { kind: 'cover_consent', id },
      personId,
      channel: 'office',
      receivedAt: now,
      papers: [{ code: 'cover_consent', title: `参保同意（${CONSENT_ROUTES[said.route]}）`, files: proofs }],
      sort: said.route === 'voice' ? 'voice' : 'paper',
    })
    if (!stored.ok) return stored
  }
  const salt = vault.newSalt()
  await insertConsent(db, actor.tenantId, {
    id,
    programmeId: whom.programmeId,
    importId,
    personId,
    answer: said.answer,
    route: said.route,
    givenOn: said.givenOn,
    salt,
    sealed: vault.seal(salt, JSON.stringify({ givenBy: said.givenBy, proof: said.proof })),
    recordedBy: actor.kind === 'staff' ? actor.id : null,
    recordedAt: now,
  })
  tx.record({
    name: 'roster.consent_recorded',
    subject: personId === null ? { kind: 'roster_import', id: importId ?? '' } : { kind: 'person', id: personId },
    ...(personId === null ? {} : { personId }),
    facts: { answer: said.answer, route: said.route, givenOn: said.givenOn, papers: proofs.length },
  })
  return ok(null)
}
