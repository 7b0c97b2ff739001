/**
 * ORG-04: a one-time link, good for a day, by which a person without a password sets one, with the second factor. The
 * token is shown once; the database keeps its hash. Asked again it replaces the link before.
 */
import { randomBytes } from 'node:crypto'
import type { issueSetupLink as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { tokenHash } from './authenticate.ts'
import { newSecret } from './second-factor.ts'
import { findCredentials, insertLink } from './store-account.ts'

const HOURS = 24

/** Writes on its own, because the token must not be kept with the answers of repeated requests. */
export async function issueSetupLink(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return systemWrite(tx.app, tx.actor, async (own): Promise<Decision<Answer<typeof route>>> => {
    const { db, actor } = own
    const staff = await findCredentials(db, actor.tenantId, params.id)
    if (!staff) return refuse('request.not_found')
    if (!staff.active) return refuse('identity.inactive')
    if (staff.id === actor.id) return refuse('identity.about_yourself')
    if (staff.password_hash) return refuse('identity.link_not_needed')
    const token = `${actor.tenantId}.${randomBytes(32).toString('base64url')}`
    const expiresAt = new Date(Date.parse(own.now) + HOURS * 3_600_000).toISOString()
    await insertLink(db, actor.tenantId, own.now, {
      id: newId(),
      userId: staff.id,
      tokenHash: tokenHash(token),
      createdBy: actor.id,
      expiresAt,
      secondFactorSealed: own.vault.seal(staff.salt, newSecret()),
    })
    own.record({ name: 'staff.link_issued', subject: { kind: 'staff_user', id: staff.id } })
    return ok({ token, expiresAt })
  })
}
