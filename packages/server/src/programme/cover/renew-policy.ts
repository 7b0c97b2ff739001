/**
 * PRG-06, PRG-07: the first policy of a programme, or the one for the year after the last, under the version in force
 * on its first day.
 */
import type { PolicyView, renewPolicy as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { makePolicy, termsOf } from './policy-for-version.ts'
import { firstPublishedDay, publishedOn } from '../versions/published-versions.ts'
import { policiesOfTenant } from './store-policies.ts'
import { lockProgramme } from '../versions/store-versions.ts'
import { policyView } from './views-premium.ts'

/** A policy is made at most one policy year ahead. */
const AHEAD_DAYS = 366
/** Consent to death cover where nothing else is agreed: the insured ratify it afterwards. */
const USUAL_CONSENT = { consentRoute: 'ratification' }

export async function renewPolicy(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PolicyView>> {
  const { db, actor } = tx
  const programme = await lockProgramme(db, actor.tenantId, params.programmeId)
  if (!programme) return refuse('request.not_found')
  const last = (await policiesOfTenant(db, actor.tenantId)).findLast((one) => one.programme_id === programme.id)
  const fromOn = last ? addDays(last.to_on, 1) : await firstPublishedDay(db, actor.tenantId, programme.id)
  if (fromOn === null) return refuse('programme.nothing_published')
  if (last && fromOn > addDays(dayOfInstant(tx.now), AHEAD_DAYS)) {
    return refuse('programme.renewed_already', { policyNo: last.policy_no })
  }
  const version = await publishedOn(db, actor.tenantId, programme.id, fromOn)
  if (!version) return refuse('programme.no_version_for_year', { fromOn })
  const id = await makePolicy(tx, programme, fromOn, version, { ...(last ? termsOf(last) : USUAL_CONSENT), ...body })
  const made = (await policiesOfTenant(db, actor.tenantId)).find((one) => one.id === id)
  return made ? ok(policyView(made)) : refuse('request.not_found')
}
