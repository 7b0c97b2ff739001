/**
 * ORG-04: phone and code open a session of the account that belongs to this phone; the first time makes the account.
 */
import type { portalSignIn as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskPhone, parsePhone } from '@anpei/domain/customers'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { countAttempt, openSession, takeCode } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { accountActor } from './actors.ts'
import { findAccount, insertAccount } from './store.ts'

export async function portalSignIn(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const parsed = parsePhone(body.phone)
  if (!parsed.ok) return parsed
  const { phone } = parsed.value
  const { tenantId, source } = tx.actor
  const minutes = await countAttempt(tx, [
    { what: 'code_try_phone', key: phone, most: 15, minutes: 15 },
    { what: 'code_try_source', key: source, most: 60, minutes: 15 },
  ])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const right = await systemWrite(tx.app, systemActor(tenantId, source), (own) => takeCode(own, phone, body.code))
  if (!right) return refuse('portal.code_wrong')
  const accountId = await accountOf(tx, phone)
  await systemWrite(tx.app, accountActor(tenantId, accountId, source), async (own) => {
    tx.setSession(await openSession(own, { kind: 'customer', userId: accountId }))
    own.record({ name: 'portal.signed_in', subject: { kind: 'portal_account', id: accountId } })
  })
  return ok({ phoneMasked: maskPhone(phone) })
}

async function accountOf(tx: Tx, phone: string): Promise<string> {
  const { tenantId, source } = tx.actor
  const phoneHash = tx.vault.lookupHash('phone', phone)
  const found = await findAccount(tx.db, tenantId, phoneHash)
  if (found) return found.id
  await systemWrite(tx.app, systemActor(tenantId, source), async (own) => {
    const salt = own.vault.newSalt()
    await insertAccount(own.db, tenantId, {
      id: newId(),
      phoneHash,
      salt,
      sealed: own.vault.seal(salt, JSON.stringify({ phone })),
      createdAt: own.now,
    })
  })
  const made = await findAccount(tx.db, tenantId, phoneHash)
  if (!made) throw new Error('an account was made and is not there')
  return made.id
}
