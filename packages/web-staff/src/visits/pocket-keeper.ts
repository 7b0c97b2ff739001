/**
 * SRV-09: the one hand that changes what lies in the pocket of a visit while its page is open. Every change is made to
 * what lies there now: an answer of the server that comes late, after the form was filled in, wipes nothing away.
 */
import type { VisitView } from '@anpei/contract/visits'
import { newKey } from '../client/index.ts'
import { begun, freshDraft, type Pocket, type Pocketed, type VisitDraft } from './pocket.ts'

export type PocketChange = Partial<Pick<Pocketed, 'photos' | 'signature' | 'waits' | 'refusal'>> & {
  readonly draft?: Partial<VisitDraft>
}
/** As a function where the change depends on what lies there. */
export type Change = (change: PocketChange | ((now: Pocketed) => PocketChange)) => Promise<void>

export type Keeper = {
  readonly held: () => Pocketed | null
  readonly subscribe: (listener: () => void) => () => void
  /** What the server shows now, or null: only what the pocket has. */
  readonly seen: (view: VisitView | null) => Promise<void>
  readonly change: Change
  /** After a round of sending: what is left in the pocket; null, and it is sent. */
  readonly again: () => Promise<Pocketed | null>
}

export function keeperOf(visitId: string, staffId: string, opened: Promise<Pocket>): Keeper {
  let held: Pocketed | null = null
  const listeners = new Set<() => void>()
  const show = (next: Pocketed): void => {
    held = next
    for (const listener of listeners) listener()
  }
  const lying = async (): Promise<Pocketed | undefined> => (await opened).get(visitId)
  const put = async (next: Pocketed): Promise<void> => {
    show(next)
    await (await opened).put(next)
  }
  return {
    held: () => held,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    seen: async (view) => {
      const found = await lying()
      // What was changed on the page while the pocket was read counts more than what lay there.
      const kept = held ?? found
      const next = view ? withView(kept, view, staffId) : kept
      if (next) await put(next)
    },
    change: async (change) => {
      if (!held) return
      const { draft, ...rest } = typeof change === 'function' ? change(held) : change
      await put({ ...held, ...rest, draft: { ...held.draft, ...draft }, keptAt: Date.now() })
    },
    again: async () => {
      const left = (await lying()) ?? null
      if (left) show(left)
      return left
    },
  }
}

/** What was written stays; a draft without a word in it begins from what is seen now. */
function withView(kept: Pocketed | undefined, view: VisitView, staffId: string): Pocketed {
  if (kept && begun(kept)) return { ...kept, view }
  const rest = { photos: [], signature: null, waits: false, refusal: null, keptAt: Date.now() }
  return { visitId: view.id, staffId, view, draft: freshDraft(view), key: newKey(), ...rest }
}
