/**
 * SRV-09: what a visitor writes at a door is kept in the browser's own database, photos and signature too, and goes
 * out when there is a connection again, once, under the key it was written with. What the server does not take stays
 * with its reason, for a person to look at. Snapshots of visits are kept with it, so that the checklist can be read
 * without a connection, and are forgotten when the record is sent or three days old.
 */
import type { HandedIn, VisitView } from '@anpei/contract/visits'
import { keptOnDevice, type Kept, type KeptKind } from '../client/index.ts'

export type VisitDraft = Omit<HandedIn, 'arrivedAt' | 'result' | 'finishedAt' | 'witnesses'> & {
  readonly arrivedAt: string | null
  readonly result: HandedIn['result'] | null
  readonly finishedAt: string | null
  readonly witnesses: HandedIn['witnesses']
}

export type Pocketed = {
  readonly visitId: string
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

export type Pocket = Kept<Pocketed>

export const VISITS_KEPT: KeptKind<Pocketed> = {
  idOf: (item) => item.visitId,
  noOf: (item) => item.view.visitNo,
  begun,
}
export const openPocket = keptOnDevice('anpei-visits', VISITS_KEPT)

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

/** Arrived without the server knowing it, photographed, signed, written in anywhere, or handed in. */
export function begun({ waits, photos, signature, draft, view }: Pocketed): boolean {
  const { answers, witnesses, place, note, signedBy, result } = draft
  const arrived = draft.arrivedAt !== null && view.arrivedAt === null
  const drawn = photos.length > 0 || signature !== null
  const words = Object.keys(answers).length > 0 || witnesses.length > 0 || `${place}${note}${signedBy}` !== ''
  return waits || arrived || drawn || words || result !== null || draft.position !== null
}
