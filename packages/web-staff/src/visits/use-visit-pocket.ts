/**
 * The draft of one visit: asked from the server and kept in the pocket, or from the pocket alone without a connection.
 */
import { getVisit, type VisitView } from '@anpei/contract/visits'
import { useEffect, useState } from 'react'
import { useCall } from '../client/index.ts'
import { openPocket } from './pocket-db.ts'
import { freshDraft, type Pocketed, type VisitDraft } from './pocket.ts'

type Change = Partial<Pick<Pocketed, 'photos' | 'signature' | 'waits' | 'refusal'>> & {
  readonly draft?: Partial<VisitDraft>
}

export function useVisitPocket(visitId: string, staffId: string) {
  const asked = useCall(getVisit, { params: { visitId } })
  const [held, setHeld] = useState<Pocketed | null>(null)
  const { shown } = asked
  useEffect(() => {
    let gone = false
    const take = async (): Promise<void> => {
      const pocket = await openPocket()
      const kept = await pocket?.get(visitId)
      const mine = kept?.staffId === staffId ? kept : undefined
      const next = shown ? withView(mine, shown, staffId) : mine
      if (gone || !next) return
      setHeld(next)
      await pocket?.put(next)
    }
    void take()
    return () => {
      gone = true
    }
  }, [visitId, staffId, shown])
  const change = async ({ draft, ...rest }: Change): Promise<void> => {
    if (!held) return
    const next = { ...held, ...rest, draft: { ...held.draft, ...draft }, keptAt: Date.now() }
    setHeld(next)
    await (await openPocket())?.put(next)
  }
  return { held, change, fault: held ? null : asked.error, offline: !shown && held !== null }
}

/** What was written stays; a draft without a word in it begins from what is seen now. */
function withView(kept: Pocketed | undefined, view: VisitView, staffId: string): Pocketed {
  const begun =
    kept !== undefined && (kept.waits || kept.photos.length > 0 || Object.keys(kept.draft.answers).length > 0)
  if (kept && begun) return { ...kept, view }
  const rest = { photos: [], signature: null, waits: false, refusal: null, keptAt: Date.now() }
  return { visitId: view.id, staffId, view, draft: freshDraft(view), key: crypto.randomUUID(), ...rest }
}
