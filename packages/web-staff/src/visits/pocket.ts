/**
 * SRV-09: what a visitor writes at a door is kept in the browser's own database, photos and signature too, and goes
 * out when there is a connection again, once, under the key it was written with. What the server does not take stays
 * with its reason, for a person to look at. Snapshots of visits are kept with it, so that the checklist can be read
 * without a connection, and are forgotten when the record is sent or three days old.
 */
import type { HandedIn, VisitView } from '@anpei/contract/visits'

export type VisitDraft = Omit<HandedIn, 'arrivedAt' | 'result' | 'finishedAt' | 'witnesses'> & {
  readonly arrivedAt: string | null
  readonly result: HandedIn['result'] | null
  readonly finishedAt: string | null
  readonly witnesses: HandedIn['witnesses']
}

export type Pocketed = {
  readonly visitId: string
  /** Whose: another colleague on the same device neither sees nor sends it. */
  readonly staffId: string
  readonly view: VisitView
  readonly draft: VisitDraft
  readonly photos: readonly Blob[]
  readonly signature: Blob | null
  /** The idempotency key. */
  readonly key: string
  /** Handed in, and not sent yet. */
  readonly waits: boolean
  readonly refusal: string | null
  readonly keptAt: number
}

export type Pocket = {
  all(): Promise<Pocketed[]>
  get(visitId: string): Promise<Pocketed | undefined>
  put(item: Pocketed): Promise<void>
  remove(visitId: string): Promise<void>
}

/** What the server answered, or why it did not take it; `network`: nobody answered. */
export type Outcome =
  | { readonly sent: true; readonly kept: boolean }
  | { readonly sent: false; readonly why: 'network' | 'refused'; readonly message: string }

const KEPT_MS = 3 * 86_400_000

export function freshDraft(view: VisitView): VisitDraft {
  return {
    basedOn: view.revision,
    arrivedAt: view.arrivedAt,
    finishedAt: null,
    position: null,
    result: null,
    checklistVersion: view.checklist.version,
    answers: {},
    place: '',
    witnesses: [],
    note: '',
    signedBy: '',
  }
}

export type Round = { readonly sent: number; readonly beside: readonly string[]; readonly refused: readonly string[] }

/** In the order they were written; a lost connection ends the round, a refusal lets the others go. */
export async function sendWaiting(
  pocket: Pocket,
  staffId: string,
  now: number,
  post: (item: Pocketed) => Promise<Outcome>,
): Promise<Round> {
  let sent = 0
  const beside: string[] = []
  const refused: string[] = []
  for (const item of (await pocket.all()).sort((a, b) => a.keptAt - b.keptAt)) {
    if (!item.waits && now - item.keptAt > KEPT_MS) await pocket.remove(item.visitId)
    if (item.staffId !== staffId || !item.waits || item.refusal !== null) continue
    const outcome = await post(item)
    if (outcome.sent) {
      await pocket.remove(item.visitId)
      sent += 1
      if (outcome.kept) beside.push(item.view.visitNo)
    } else if (outcome.why === 'network') {
      return { sent, beside, refused }
    } else {
      await pocket.put({ ...item, refusal: outcome.message })
      refused.push(item.view.visitNo)
    }
  }
  return { sent, beside, refused }
}
