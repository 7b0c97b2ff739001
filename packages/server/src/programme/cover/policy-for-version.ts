/** PRG-06: the policy a published version calls for: one for each policy year, with the premium of the version. */
import type { Day } from '@anpei/domain/kernel'
import { policyYearOf, type ProgrammeVersion } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertPolicy, policiesOfTenant, repricePolicy, type PolicyData } from './store-policies.ts'

type Version = { readonly id: string; readonly content: ProgrammeVersion }
export type PolicyTerms = {
  readonly holderName: string
  readonly holderPhone: string
  readonly consentRoute: string
  readonly plannedHeads: number
}

/**
 * On publication: a policy for the policy year the version starts in, unless there is one; one that was made ahead
 * takes the premium of a version that starts with it. A change in the middle of a year leaves its policy as it is.
 */
export async function policyForVersion(tx: Tx, programme: { id: string; code: string }, version: Version) {
  const { inForceFrom, policyYearStart, premium } = version.content
  const all = (await policiesOfTenant(tx.db, tx.actor.tenantId)).filter((one) => one.programme_id === programme.id)
  const year = policyYearOf(inForceFrom, policyYearStart)
  const present = all.find((one) => one.from_on <= year.to && one.to_on >= year.from)
  const last = all.at(-1)
  if (present && present.from_on === inForceFrom) {
    const price = { versionId: version.id, perHeadFen: premium.perHeadFen, plannedHeads: premium.plannedHeads }
    await repricePolicy(tx.db, tx.actor.tenantId, present.id, price)
    recordMade(tx, present.id, inForceFrom, version)
  } else if (!present && last) {
    await makePolicy(tx, programme, year.from, version, { ...termsOf(last), plannedHeads: premium.plannedHeads })
  }
}

export function termsOf(policy: PolicyData): PolicyTerms {
  return {
    holderName: policy.holder_name,
    holderPhone: policy.holder_phone,
    consentRoute: policy.consent_route,
    plannedHeads: policy.planned_heads,
  }
}

export async function makePolicy(
  tx: Tx,
  programme: { id: string; code: string },
  on: Day,
  version: Version,
  terms: PolicyTerms,
): Promise<string> {
  const { db, actor, now } = tx
  const year = policyYearOf(on, version.content.policyYearStart)
  const lastOn = version.content.inForceTo
  const id = newId()
  await insertPolicy(db, actor.tenantId, {
    id,
    programmeId: programme.id,
    policyNo: `${programme.code.toUpperCase()}-${year.from.slice(0, 4)}`,
    fromOn: year.from,
    toOn: lastOn !== null && lastOn < year.to ? lastOn : year.to,
    perHeadFen: version.content.premium.perHeadFen,
    versionId: version.id,
    madeBy: actor.kind === 'staff' ? actor.id : null,
    madeAt: now,
    ...terms,
  })
  recordMade(tx, id, year.from, version)
  return id
}

function recordMade(tx: Tx, policyId: string, fromOn: Day, { id, content }: Version): void {
  tx.record({
    name: 'policy.made',
    subject: { kind: 'policy', id: policyId },
    facts: { fromOn, versionId: id, perHeadFen: Number(content.premium.perHeadFen) },
  })
}
