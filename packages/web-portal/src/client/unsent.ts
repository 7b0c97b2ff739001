/**
 * POR-01: what a family sent on a bad network is kept on the phone, photos too, and goes out by itself when the network
 * is back, under the same key, so that it happens once. Only what was typed and photographed here is kept, never an
 * answer of the server; signing out forgets it.
 */
import { Refused } from './ask.ts'

export type Unsent = {
  /** The idempotency key. */
  readonly id: string
  readonly kind: 'report' | 'papers'
  readonly url: string
  readonly body: unknown
  readonly files: readonly { readonly field: string; readonly file: Blob; readonly name: string }[]
  readonly keptAt: number
  /** Why the server did not take it; a person must look. */
  readonly refusal: string | null
}

export type UnsentStore = {
  all(): Promise<Unsent[]>
  put(item: Unsent): Promise<void>
  remove(id: string): Promise<void>
}

/** `waits` for the network, `sign_in` for the phone to be proved. */
export type Round = {
  readonly sent: readonly { readonly kind: Unsent['kind']; readonly answer: Record<string, unknown> }[]
  readonly stopped: 'waits' | 'sign_in' | null
}

export async function sendUnsent(
  store: UnsentStore,
  post: (item: Unsent) => Promise<Record<string, unknown>>,
): Promise<Round> {
  const sent: { kind: Unsent['kind']; answer: Record<string, unknown> }[] = []
  for (const item of (await store.all()).sort((a, b) => a.keptAt - b.keptAt)) {
    if (item.refusal !== null) continue
    try {
      const answer = await post(item)
      await store.remove(item.id)
      sent.push({ kind: item.kind, answer })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'request.sign_in_first') return { sent, stopped: 'sign_in' }
      if (error.code === 'network' || error.status >= 500 || error.status === 429) return { sent, stopped: 'waits' }
      await store.put({ ...item, refusal: error.message })
    }
  }
  return { sent, stopped: null }
}
