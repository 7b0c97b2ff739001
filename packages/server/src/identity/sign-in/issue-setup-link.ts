/** ORG-04: a person without a password is given a one-time link, good for a day. */
import type { issueSetupLink as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { laySetupLink } from './lay-setup-link.ts'
import { findCredentials } from './store-account.ts'

/** Writes on its own, because the token must not be kept with the answers of repeated requests. */
export async function issueSetupLink(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return systemWrite(tx.app, tx.actor, async (own): Promise<Decision<Answer<typeof route>>> => {
    const { db, actor } = own
    const staff = await findCredentials(db, actor.tenantId, params.id)
    if (!staff) return refuse('request.not_found')
    if (staff.id === actor.id) return refuse('identity.about_yourself')
    return laySetupLink(own, staff)
  })
}
