/**
 * ORG-04: staff sign in with account, password and one-time code together, so that a wrong answer never says which of
 * the three was wrong. Five failures lock the account for fifteen minutes.
 */
import type { signIn as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { afterFailure, minutesLocked } from '@anpei/domain/identity'
import { ok, refuse, systemActor, type Actor, type Decision } from '@anpei/domain/kernel'
import { hashPassword, verifyPassword } from '../../crypto/index.ts'
import { systemWrite, type Tx } from '../../http/index.ts'
import { openSession } from './open-session.ts'
import { isRightCode } from './second-factor.ts'
import { findStaffByLogin, setLockState, type StaffRow } from '../store.ts'

let decoyHash: Promise<string> | undefined

export async function signIn(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const staff = await findStaffByLogin(tx.app.pool.raw, body.login)
  if (!staff?.active || !staff.password_hash) {
    // The same work as for a known account: the time of the answer tells nothing.
    await verifyPassword(await (decoyHash ??= hashPassword('decoy')), body.password)
    return refuse('identity.sign_in_failed')
  }
  const state = { failedCount: staff.failed_count, lockedUntil: staff.locked_until }
  const minutes = minutesLocked(state, tx.now)
  if (minutes > 0) return refuse('identity.locked', { minutes })

  const rightPassword = await verifyPassword(staff.password_hash, body.password)
  const rightCode = isRightCode(tx.app.vault(staff.tenant_id), staff, body.code, tx.now)
  const self = staffSelf(staff, tx.actor.source)
  if (!rightPassword || !rightCode) {
    await systemWrite(tx.app, self, async (own) => {
      await setLockState(own.db, staff.tenant_id, staff.id, afterFailure(state, own.now))
      own.record({ name: 'session.refused', subject: { kind: 'staff_user', id: staff.id } })
    })
    return refuse('identity.sign_in_failed')
  }
  await systemWrite(tx.app, self, async (own) => {
    await setLockState(own.db, staff.tenant_id, staff.id, { failedCount: 0, lockedUntil: null })
    tx.setSession(await openSession(own, { kind: 'staff', userId: staff.id }))
    own.record({ name: 'session.opened', subject: { kind: 'staff_user', id: staff.id } })
  })
  return ok({ name: staff.name })
}

function staffSelf(staff: StaffRow, source: string): Actor {
  return { ...systemActor(staff.tenant_id, source), kind: 'staff', id: staff.id, name: staff.name }
}
