/**
 * ORG-04: a person sets password and second factor by a one-time link; the code proves that the second factor works.
 */
import type { finishSetup as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decidePassword } from '@anpei/domain/identity'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { hashPassword } from '../../crypto/index.ts'
import { systemWrite, type Tx } from '../../http/index.ts'
import { matchesCode } from './second-factor.ts'
import { readSetupToken } from './setup-token.ts'
import { setCredentials, useLink } from './store-account.ts'

export async function finishSetup(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const link = await readSetupToken(tx, body.token)
  if (!link) return refuse('identity.link_not_valid')
  const allowed = decidePassword(body.password, { login: link.login, old: null })
  if (!allowed.ok) return allowed
  if (!matchesCode(link.secret, body.code, tx.now)) return refuse('identity.code_wrong')
  const passwordHash = await hashPassword(body.password)
  const self = {
    ...systemActor(link.tenantId, tx.actor.source),
    kind: 'staff',
    id: link.userId,
    name: link.name,
  } as const
  return systemWrite(tx.app, self, async (own): Promise<Decision<Answer<typeof route>>> => {
    if (!(await useLink(own.db, link.tenantId, link.id, own.now))) return refuse('identity.link_not_valid')
    await setCredentials(own.db, link.tenantId, link.userId, { passwordHash, secondFactorSealed: link.sealed })
    own.record({ name: 'staff.sign_in_set', subject: { kind: 'staff_user', id: link.userId } })
    return ok({ login: link.login })
  })
}
