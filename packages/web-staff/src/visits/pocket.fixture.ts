/** A visit as it lies in the pocket, and a pocket in memory, for the tests of this row. */
import type { VisitView } from '@anpei/contract/visits'
import { keptInMemory } from '../client/index.ts'
import { freshDraft, VISITS_KEPT, type Pocketed } from './pocket.ts'

export const view: VisitView = {
  id: 'v',
  visitNo: 'V1',
  kind: 'home',
  state: 'agreed',
  stateWord: '已约定',
  revision: 4,
  name: '陈秀英',
  villageName: null,
  purpose: 'explain',
  visitorName: null,
  visitorAway: false,
  slotOn: null,
  half: null,
  when: null,
  requestedAt: '2026-11-23T01:00:00.000Z',
  dueAt: null,
  timeLeft: null,
  personId: null,
  careHints: [],
  phoneMasked: '',
  address: '',
  why: '',
  channel: 'hotline',
  subject: null,
  eligibleBy: [],
  wishes: [],
  area: null,
  areaKnown: false,
  visitorId: null,
  slotFrom: null,
  slotTo: null,
  setOutAt: null,
  arrivedAt: null,
  arrivalProof: [],
  coverWarnings: [],
  coverConfirmedBy: null,
  checklist: { version: 2, items: [] },
  records: [],
  papers: [],
  timeline: [],
  can: [],
}
export const NOW = 10 * 86_400_000
export const item = (visitId: string, keptAt: number, more: Partial<Pocketed> = {}): Pocketed => ({
  visitId,
  staffId: 'me',
  view: { ...view, visitNo: visitId.toUpperCase() },
  draft: freshDraft(view),
  photos: [],
  signature: null,
  key: `key-${visitId}`,
  waits: true,
  refusal: null,
  keptAt,
  ...more,
})

export const pocketOf = (items: readonly Pocketed[]) => keptInMemory(VISITS_KEPT, items)
