/**
 * SRV-09: what was written without a connection lies on the device and goes out when there is one again, each once
 * under the key it was written with, in the order it was written. A lost connection ends a round; what the server does
 * not take stays with the reason, for a person to look at, and lets the others go. What was only looked at is forgotten
 * after three days; what somebody wrote in never is.
 */
export type Waiting = {
  /** The idempotency key. */
  readonly key: string
  /** Finished, and not sent yet. */
  readonly waits: boolean
  readonly refusal: string | null
  readonly keptAt: number
}

/** What lies on the device of one colleague; another on the same device neither sees nor sends it. */
export type Kept<T> = {
  all(): Promise<T[]>
  get(id: string): Promise<T | undefined>
  put(item: T): Promise<void>
  remove(id: string): Promise<void>
}

export type KeptKind<T> = {
  readonly idOf: (item: T) => string
  /** As people say it. */
  readonly noOf: (item: T) => string
  /** Somebody wrote in it. */
  readonly begun: (item: T) => boolean
}

/** `beside`: kept at the office, where a person chooses; `network`: nobody answered. */
export type Outcome =
  | { readonly sent: true; readonly beside: boolean }
  | { readonly sent: false; readonly why: 'network' }
  | { readonly sent: false; readonly why: 'refused'; readonly message: string }

export type Round = { readonly sent: number; readonly beside: readonly string[]; readonly refused: readonly string[] }

const KEPT_MS = 3 * 86_400_000

export async function sendKept<T extends Waiting>(
  kept: Kept<T>,
  { idOf, noOf, begun }: KeptKind<T>,
  now: number,
  post: (item: T) => Promise<Outcome>,
): Promise<Round> {
  let sent = 0
  const beside: string[] = []
  const refused: string[] = []
  for (const item of (await kept.all()).sort((a, b) => a.keptAt - b.keptAt)) {
    if (!begun(item) && now - item.keptAt > KEPT_MS) await kept.remove(idOf(item))
    if (!item.waits || item.refusal !== null) continue
    const outcome = await post(item)
    if (outcome.sent) {
      await kept.remove(idOf(item))
      sent += 1
      if (outcome.beside) beside.push(noOf(item))
    } else if (outcome.why === 'network') {
      break
    } else {
      await kept.put({ ...((await kept.get(idOf(item))) ?? item), refusal: outcome.message })
      refused.push(noOf(item))
    }
  }
  return { sent, beside, refused }
}

export function keptInMemory<T>({ idOf }: Pick<KeptKind<T>, 'idOf'>, items: readonly T[]): Kept<T> {
  const kept = new Map(items.map((one) => [idOf(one), one]))
  return {
    all: async () => [...kept.values()],
    get: async (id) => kept.get(id),
    put: async (item) => {
      kept.set(idOf(item), item)
    },
    remove: async (id) => {
      kept.delete(id)
    },
  }
}
