import { describe, expect, it } from 'vitest'
import { freshDraft, sendWaiting, type Outcome, type Pocketed } from './pocket.ts'
import { item, NOW, pocketOf, view } from './pocket.fixture.ts'

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
