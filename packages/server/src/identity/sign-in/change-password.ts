/** ORG-04: a person changes the own password, with the old one and a code; all other sessions of that person end. */
import type { changeMyPassword as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { afterFailure, decidePassword, minutesLocked } from '@anpei/domain/identity'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { hashPassword, verifyPassword } from '../../crypto/index.ts'
import { systemWrite, type Tx } from '../../http/index.ts'
import { forgetActors } from './authenticate.ts'
import { isRightCode } from './second-factor.ts'
import { endSessions, findCredentials, setCredentials } from './store-account.ts'
import { setLockState } from '../store.ts'

/** Writes on its own, because a failed try has to be counted even though it is refused. */
export async function changePassword(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Record<string, never>>> {
  return systemWrite(tx.app, tx.actor, async (own): Promise<Decision<Record<string, never>>> => {
    const { db, actor, now } = own
    const staff = actor.kind === 'staff' ? await findCredentials(db, actor.tenantId, actor.id) : undefined
    if (!staff?.password_hash) return refuse('request.not_found')
    const state = { failedCount: staff.failed_count, lockedUntil: staff.locked_until }
    const minutes = minutesLocked(state, now)
    if (minutes > 0) return refuse('identity.locked', { minutes })
    const rightPassword = await verifyPassword(staff.password_hash, body.password)
    if (!rightPassword || !isRightCode(own.vault, staff, body.code, now)) {
      await setLockState(db, actor.tenantId, staff.id, afterFailure(state, now))
      own.record({ name: 'session.refused', subject: { kind: 'staff_user', id: staff.id } })
      return refuse('identity.sign_in_failed')
    }
    const allowed = decidePassword(body.newPassword, { login: staff.login, old: body.password })
    if (!allowed.ok) return allowed
    await setCredentials(db, actor.tenantId, staff.id, { passwordHash: await hashPassword(body.newPassword) })
    const sessions = await endSessions(db, actor.tenantId, staff.id, now, { except: actor.sessionId })
    own.record({ name: 'staff.password_changed', subject: { kind: 'staff_user', id: staff.id }, facts: { sessions } })
    forgetActors()
    return ok({})
  })
}
