/** The demo's accounts with their present one-time codes, so that a newcomer gets in with one click; 404 outside the
 * demo. */
import type { demoAccounts as route } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { codeAt } from './sign-in/second-factor.ts'
import { readOrganisation } from './store-seed.ts'

export async function demoAccounts(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  if (!tx.app.demo) return refuse('request.not_found')
  const { password, people, secondFactorSecret, tenants } = readOrganisation()
  const code = codeAt(secondFactorSecret, tx.now)
  const names = new Map(tenants.map((tenant) => [tenant.id, tenant.shortName]))
  return ok(
    people.map((one) => ({
      login: one.login,
      name: one.name,
      post: one.post,
      tenant: names.get(one.tenant) ?? '',
      password,
      code,
    })),
  )
}
