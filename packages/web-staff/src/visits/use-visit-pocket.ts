/**
 * The draft of one visit: asked from the server and kept in the pocket, or from the pocket alone without a connection.
 */
import { getVisit } from '@anpei/contract/visits'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useCall } from '../client/index.ts'
import { keeperOf } from './pocket-keeper.ts'
import { openPocket, type Pocketed } from './pocket.ts'

export function useVisitPocket(visitId: string, staffId: string) {
  const { shown, error } = useCall(getVisit, { params: { visitId } })
  const keeper = useMemo(() => keeperOf(visitId, staffId, openPocket(staffId)), [visitId, staffId])
  const held = useSyncExternalStore(keeper.subscribe, keeper.held)
  useEffect(() => {
    void keeper.seen(shown ?? null)
  }, [keeper, shown])
  const client = useQueryClient()
  const again = async (): Promise<Pocketed | null> => {
    const left = await keeper.again()
    // Sent past the typed commands: what is shown elsewhere does not know it yet.
    if (!left) await client.invalidateQueries({ queryKey: [getVisit.id] })
    return left
  }
  return { held, change: keeper.change, again, fault: held ? null : error }
}
