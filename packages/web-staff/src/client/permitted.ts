/** What the post of whoever is signed in does not allow is not asked of the server: the answer is known. */
import { CallFailed, type Route } from '@anpei/contract/kernel'
import { identityRefusals } from '@anpei/domain/identity'
import { kernelRefusals, permissions } from '@anpei/domain/kernel'

const CODE = 'request.not_permitted'
const SLEEPS = 'identity.certificate_missing'

type Sleeping = { readonly role: string; readonly certificates: string; readonly permissions: readonly string[] }
type Known = {
  readonly kind: string
  readonly permissions: readonly string[]
  readonly sleeping: readonly Sleeping[]
}

/** The refusal the server would give, in its words; null where it may be asked. */
export function refusalTo(me: Known | undefined, { permission }: Pick<Route, 'permission'>): CallFailed | null {
  if (me?.kind !== 'staff' || permission === 'public' || permission === 'session') return null
  if (me.permissions.includes(permission)) return null
  const asleep = me.sleeping.find((one) => one.permissions.includes(permission))
  if (asleep) return sleepingRefusal(asleep)
  const { status, zh } = kernelRefusals[CODE]
  const word = permissions[permission]
  return new CallFailed(status, { code: CODE, message: zh.replace('{permission}', word), facts: { permission: word } })
}

function sleepingRefusal({ role, certificates }: Sleeping): CallFailed {
  const { status, zh } = identityRefusals[SLEEPS]
  const message = zh.replace('{role}', role).replace('{certificates}', certificates)
  return new CallFailed(status, { code: SLEEPS, message, facts: { role, certificates } })
}

export function isNotPermitted(fault: Error | null): boolean {
  return fault instanceof CallFailed && [CODE, SLEEPS].includes(fault.problem.code)
}
