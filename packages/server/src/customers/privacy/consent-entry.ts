/** CUS-06: a consent for one purpose is entered, or taken back, whoever says so: over the counter or in the portal. */
import {
  decideUse,
  mayUse,
  stillRestricted,
  USES,
  type ConsentKnown,
  type ConsentWay,
  type DataUse,
  type MayUse,
  type Purpose,
} from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { mandateName } from '../proxies/store-proxies.ts'
import { purposes } from './privacy-lists.ts'
import { consentsAround, insertConsent, saidTo, withdrawConsentRows, type ConsentRow } from './store-consents.ts'

type Given = {
  readonly personId: string
  readonly purpose: string
  readonly givenHow: ConsentWay
  readonly fromOn: Day
  readonly toOn: Day | null
  /** Of whoever agrees for the person: a mandate for this act that stands today (CUS-05). */
  readonly proxyId: string | null
  readonly accountId: string | null
}

/** `proof` is asked for after everything else was found right. */
export async function enterConsent(
  tx: Tx,
  given: Given,
  proof: (consentId: string) => Promise<Decision<string | null>>,
): Promise<Decision<Purpose>> {
  const purpose = purposes().find((one) => one.id === given.purpose)
  if (!purpose) return refuse('customers.purpose_unknown')
  if (purpose.basis !== 'consent') return refuse('customers.consent_not_needed')
  if (given.toOn !== null && given.toOn < given.fromOn) return refuse('customers.consent_period')
  const mandate = await mandateOf(tx, { ...given, how: given.givenHow, act: 'consent' })
  if (!mandate.ok) return mandate
  // A text that changed, or a period that ran out, is agreed to anew (art. 14).
  const known = await consentsAround(tx.db, tx.actor.tenantId, given.personId)
  const again = known.some((one) => standing(one, purpose) && one.from_on === given.fromOn && current(one, purpose))
  if (again || usesOf(ofPurpose(known, purpose), purpose, dayOfInstant(tx.now)).may) {
    return refuse('customers.consent_in_force')
  }
  const id = newId()
  const proved = await proof(id)
  if (!proved.ok) return proved
  await insertConsent(tx, {
    id,
    ...given,
    proxyId: mandate.value,
    refused: null,
    proofDocumentId: proved.value,
    textVersion: purpose.version,
  })
  tx.record({
    name: 'consent.given',
    subject: { kind: 'consent', id },
    personId: given.personId,
    facts: {
      purpose: purpose.title,
      how: given.givenHow,
      version: purpose.version,
      ...named(mandate.value),
    },
  })
  return ok(purpose)
}

/** By `act`, or any: a no needs nothing more than somebody known to speak for the person. */
type Speaks = {
  readonly personId: string
  readonly how: ConsentWay
  readonly proxyId: string | null
  readonly act?: 'consent'
}

async function mandateOf(tx: Tx, { how, personId, proxyId, ...act }: Speaks): Promise<Decision<string | null>> {
  if (how !== 'proxy') return ok(null)
  if (proxyId === null) return refuse('customers.consent_proxy_missing')
  const name = await mandateName(tx.db, tx.actor.tenantId, { personId, proxyId, day: dayOfInstant(tx.now), ...act })
  return name === undefined ? refuse('customers.proxy_not_valid') : ok(proxyId)
}

export async function endConsent(tx: Tx, consent: ConsentRow, by: Speaks): Promise<Decision<null>> {
  if (consent.withdrawn_at !== null) return refuse('customers.consent_withdrawn_before')
  const mandate = await mandateOf(tx, by)
  if (!mandate.ok) return mandate
  const proxyId = mandate.value
  const known = await consentsAround(tx.db, tx.actor.tenantId, consent.person_id)
  const others = known.filter((one) => one.purpose === consent.purpose && one.withdrawn_at === null)
  const ids = [consent.id, ...others.map((one) => one.id)]
  await withdrawConsentRows(tx, ids, { how: by.how, proxyId })
  const title = purposes().find((one) => one.id === consent.purpose)?.title ?? consent.purpose
  tx.record({
    name: 'consent.withdrawn',
    subject: { kind: 'consent', id: consent.id },
    personId: consent.person_id,
    facts: { purpose: title, how: by.how, ...named(proxyId) },
  })
  return ok(null)
}

function named(proxyId: string | null) {
  return proxyId === null ? {} : { proxyId }
}

type No = Omit<Speaks, 'act'> & { readonly purpose: string }

/** A no ends what was agreed to; said before any yes it stands as an objection (art. 44, 47). */
export async function sayNo(tx: Tx, no: No & { readonly accountId: string | null }): Promise<Decision<null>> {
  const { personId, how, accountId, proxyId } = no
  const purpose = purposes().find((one) => one.id === no.purpose)
  if (!purpose) return refuse('customers.purpose_unknown')
  if (purpose.basis !== 'consent') return refuse('customers.consent_not_needed')
  const known = ofPurpose(await consentsAround(tx.db, tx.actor.tenantId, personId), purpose)
  const running = known.find((one) => standing(one, purpose))
  const by = { personId, how, proxyId }
  if (running) return endConsent(tx, running, by)
  if (known.length > 0) return refuse('customers.consent_withdrawn_before')
  const mandate = await mandateOf(tx, by)
  if (!mandate.ok) return mandate
  const id = newId()
  const fromOn = dayOfInstant(tx.now)
  const none = { givenHow: null, proxyId: null, proofDocumentId: null, toOn: null }
  await insertConsent(tx, {
    id,
    personId,
    purpose: purpose.id,
    textVersion: purpose.version,
    fromOn,
    accountId,
    ...none,
    refused: { how, proxyId: mandate.value },
  })
  tx.record({
    name: 'consent.refused',
    subject: { kind: 'consent', id },
    personId,
    facts: { purpose: purpose.title, how, ...named(mandate.value) },
  })
  return ok(null)
}

function ofPurpose(rows: readonly ConsentRow[], purpose: Purpose): ConsentRow[] {
  return rows.filter((one) => one.purpose === purpose.id)
}

function standing(row: ConsentRow, purpose: Purpose): boolean {
  return row.purpose === purpose.id && row.withdrawn_at === null
}

function current(row: ConsentRow, purpose: Purpose): boolean {
  return row.text_version === purpose.version
}

type SaidByPhone = {
  readonly personId: string
  readonly purpose: string
  readonly agree: boolean
  readonly how: ConsentWay
  /** Of whoever acts for the person: a mandate to agree, where that is said; to say no, any. */
  readonly proxyId: string | null
  readonly accountId: string
}

/** The proof is the session: whose account, when, to which text. */
export async function consentByPhone(tx: Tx, said: SaidByPhone): Promise<Decision<null>> {
  const { personId, purpose, agree, how, proxyId, accountId } = said
  if (agree) {
    const fromOn = dayOfInstant(tx.now)
    const given = await enterConsent(
      tx,
      { personId, purpose, givenHow: how, fromOn, toOn: null, proxyId, accountId },
      async () => ok(null),
    )
    return given.ok ? ok(null) : given
  }
  return sayNo(tx, { personId, purpose, how, proxyId, accountId })
}

export function usesOf(rows: readonly ConsentRow[], purpose: Purpose, today: Day): MayUse {
  return mayUse(purpose, rows.map(knownOf), today)
}

/**
 * Whether this use of the person's data is allowed now (CUS-06): asked at every place that reaches a person for more
 * than the case needs, or hands data to somebody outside. A no said to a record merged into the person counts.
 */
export async function useAllowed(tx: Tx, personId: string, use: DataUse): Promise<Decision<null>> {
  const purpose = purposes().find((one) => one.id === USES[use].purpose)
  if (!purpose) throw new Error(`no purpose ${USES[use].purpose}`)
  if (USES[use].needs === 'nothing') return ok(null)
  const said = await saidTo(tx, personId)
  const today = dayOfInstant(tx.now)
  const { why } = mayUse(purpose, said.consents, today)
  return decideUse(use, { why, restricted: stillRestricted(purpose, said, today), purposeTitle: purpose.title })
}

function knownOf(row: ConsentRow): ConsentKnown {
  return {
    purpose: row.purpose,
    textVersion: row.text_version,
    fromOn: row.from_on,
    toOn: row.to_on,
    withdrawn: row.withdrawn_at !== null,
  }
}
