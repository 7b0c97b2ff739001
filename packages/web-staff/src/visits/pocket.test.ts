import type { VisitView } from '@anpei/contract/visits'
import { describe, expect, it } from 'vitest'
import { freshDraft, sendWaiting, type Outcome, type Pocket, type Pocketed } from './pocket.ts'

const view: VisitView = {
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
  slotOn: null,
  half: null,
  when: null,
  requestedAt: '2026-11-23T01:00:00.000Z',
  dueAt: null,
  timeLeft: null,
  personId: null,
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
const NOW = 10 * 86_400_000
const item = (visitId: string, keptAt: number, more: Partial<Pocketed> = {}): Pocketed => ({
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

/** The browser's database, in memory. */
function pocketOf(items: readonly Pocketed[]): Pocket & { ids(): string[] } {
  const kept = new Map(items.map((one) => [one.visitId, one]))
  return {
    all: async () => [...kept.values()],
    get: async (visitId) => kept.get(visitId),
    put: async (one) => {
      kept.set(one.visitId, one)
    },
    remove: async (visitId) => {
      kept.delete(visitId)
    },
    ids: () => [...kept.keys()],
  }
}

const taken: Outcome = { sent: true, kept: false }

describe('SRV-09 what was written without a connection', () => {
  it('begins from the revision that was seen', () => {
    expect(freshDraft(view)).toMatchObject({ basedOn: 4, checklistVersion: 2, result: null })
  })

  it('goes out in the order it was written, and is forgotten; what is not handed in stays', async () => {
    const pocket = pocketOf([item('b', NOW - 1), item('a', NOW - 2), item('c', NOW - 3, { waits: false })])
    const posted: string[] = []
    const round = await sendWaiting(pocket, 'me', NOW, async ({ key }) => {
      posted.push(key)
      return taken
    })
    expect([posted, round, pocket.ids()]).toEqual([['key-a', 'key-b'], { sent: 2, beside: [], refused: [] }, ['c']])
  })

  it('without a connection nothing more is tried and all stays', async () => {
    const pocket = pocketOf([item('a', NOW - 2), item('b', NOW - 1)])
    let tries = 0
    await sendWaiting(pocket, 'me', NOW, async () => {
      tries += 1
      return { sent: false, why: 'network', message: '' }
    })
    expect([tries, pocket.ids()]).toEqual([1, ['a', 'b']])
  })

  it('says which lie beside because the visit changed, and keeps what was refused with its reason, once', async () => {
    const pocket = pocketOf([item('a', NOW - 3), item('b', NOW - 2)])
    const post = async ({ visitId }: Pocketed): Promise<Outcome> =>
      visitId === 'a' ? { sent: false, why: 'refused', message: '清单还有没填的' } : { sent: true, kept: true }
    expect(await sendWaiting(pocket, 'me', NOW, post)).toEqual({ sent: 1, beside: ['B'], refused: ['A'] })
    expect((await pocket.get('a'))?.refusal).toBe('清单还有没填的')
    expect(await sendWaiting(pocket, 'me', NOW, post)).toEqual({ sent: 0, beside: [], refused: [] })
  })

  it('sends nothing of a colleague, and forgets an old snapshot', async () => {
    const pocket = pocketOf([item('a', NOW - 1, { staffId: 'other' }), item('b', 0, { waits: false })])
    expect(await sendWaiting(pocket, 'me', NOW, async () => taken)).toMatchObject({ sent: 0 })
    expect(pocket.ids()).toEqual(['a'])
  })
})
