/** Who is signed in (ORG-04); one question for the whole page. */
import { signOut, whoAmI, type Me } from '@anpei/contract/identity'
import type { Permission } from '@anpei/domain/kernel'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { forgetMe } from './kept-me.ts'
import { callKey, heldHere, useCall, useCommand, type Called } from '../client/index.ts'

export function useMe(): Called<Me> {
  return useCall(whoAmI, {})
}

/** For pages inside the session gate: what the signed-in person may do at all, or could until the session ended. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe().shown
  const held = me?.kind === 'staff' ? me.permissions : heldHere()
  return (permission) => held.includes(permission)
}

export function sessionEnded(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: callKey(whoAmI, {}) })
}

/** Ends the session and forgets everything that was loaded for this person. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const command = useCommand(signOut)
  return async () => {
    await command.run({})
    client.clear()
    forgetMe()
    window.location.assign('/')
  }
}
