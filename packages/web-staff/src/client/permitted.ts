/** What the post of whoever is signed in does not allow is not asked of the server: the answer is known. */
import { CallFailed, type Route } from '@anpei/contract/kernel'
import { kernelRefusals, permissions } from '@anpei/domain/kernel'

const CODE = 'request.not_permitted'
const SLEEPS = 'identity.certificate_missing'

type Sleeping = { readonly permissions: readonly string[]; readonly message: string }
type Known = {
  readonly kind: string
  readonly permissions: readonly string[]
  readonly sleeping: readonly Sleeping[]
}

let signedIn: Known | undefined

/** Said by the session gate before any page stands. */
export function keepSignedIn(me: Known): void {
  signedIn = me
}

export function heldHere(): readonly string[] {
  return signedIn?.permissions ?? []
}

/** Of whoever is signed in, as far as that is known. */
export function refusalHere(route: Route): CallFailed | null {
  return refusalTo(signedIn, route)
}

/** The refusal the server would give, in its words; null where it may be asked. */
export function refusalTo(me: Known | undefined, { permission }: Pick<Route, 'permission'>): CallFailed | null {
  if (me?.kind !== 'staff' || permission === 'public' || permission === 'session') return null
  if (me.permissions.includes(permission)) return null
  const asleep = me.sleeping.find((one) => one.permissions.includes(permission))
  if (asleep) return new CallFailed(403, { code: SLEEPS, message: asleep.message, facts: {} })
  const { status, zh } = kernelRefusals[CODE]
  const word = permissions[permission]
  return new CallFailed(status, { code: CODE, message: zh.replace('{permission}', word), facts: { permission: word } })
}

export function isNotPermitted(fault: Error | null): boolean {
  return fault instanceof CallFailed && [CODE, SLEEPS].includes(fault.problem.code)
}
