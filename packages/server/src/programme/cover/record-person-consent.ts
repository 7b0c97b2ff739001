/** PRG-04: by what road one insured person agreed to the cover, or did not; it comes before what the import says. */
import type { recordPersonConsent as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterConsent } from './consent-entry.ts'
import { membershipOfPerson } from './store-consents.ts'
import { isOnRoster } from '../roster/store-roster.ts'
import { getPersonConsents } from './views-consents.ts'

export async function recordPersonConsent(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const { personId } = params
  if (!(await isOnRoster(db, actor, personId))) return refuse('request.not_found')
  const { programmes } = await membershipOfPerson(db, actor.tenantId, personId)
  if (!programmes.some((one) => one.id === body.programmeId)) return refuse('request.not_found')
  const entered = await enterConsent(tx, { programmeId: body.programmeId, personId }, body, files)
  return entered.ok ? getPersonConsents(tx, { params, query: {}, body: {} }) : entered
}
