/**
 * SRV-09: a visitor's tablet switched on without a network shows the page of who was signed in there last. As soon as
 * the server answers, its word counts.
 */
import { whoAmI, type Me } from '@anpei/contract/identity'
import { CallFailed } from '@anpei/contract/kernel'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callKey, type Called } from '../client/index.ts'
import { forgetMe, keepMe, keptMe } from './kept-me.ts'

/** Nobody answered or can: no network, or a door before the server that finds none behind it. */
function isUnreachable({ error, fetchStatus }: Called<Me>): boolean {
  if (fetchStatus === 'paused' || !navigator.onLine) return true
  return error !== null && (!(error instanceof CallFailed) || error.status >= 502)
}

export function useKeptMe(me: Called<Me>): void {
  const client = useQueryClient()
  const { shown, dataUpdatedAt } = me
  const unreachable = isUnreachable(me)
  useEffect(() => {
    if (shown?.kind === 'staff' && shown.permissions.includes('visit.make')) keepMe(shown, dataUpdatedAt)
    else if (shown) forgetMe()
    else if (unreachable) {
      const kept = keptMe(Date.now())
      if (kept) client.setQueryData(callKey(whoAmI, {}), kept.me, { updatedAt: kept.heardAt })
    }
  }, [client, shown, dataUpdatedAt, unreachable])
}
