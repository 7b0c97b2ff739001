import { describe, expect, it } from 'vitest'
import { keptOnDevice } from './kept-db.ts'
import { keptInMemory, sendKept, type Kept, type Outcome, type Waiting } from './kept.ts'

type Item = Waiting & { readonly id: string; readonly words: string }

const NOW = 10 * 86_400_000
const kind = {
  idOf: ({ id }: Item) => id,
  noOf: ({ id }: Item) => id.toUpperCase(),
  begun: ({ words }: Item) => words !== '',
}
const item = (id: string, keptAt: number, more: Partial<Item> = {}): Item => ({
  id,
  key: `key-${id}`,
  words: '门口问到的',
  waits: true,
  refusal: null,
  keptAt,
  ...more,
})
const idsIn = async (kept: Kept<Item>) => (await kept.all()).map(({ id }) => id)
const taken: Outcome = { sent: true, beside: false }

describe('SRV-09 what was written without a connection', () => {
  it('goes out in the order it was written, and is forgotten; what is not handed in stays', async () => {
    const kept = keptInMemory(kind, [item('b', NOW - 1), item('a', NOW - 2), item('c', NOW - 3, { waits: false })])
    const posted: string[] = []
    const round = await sendKept(kept, kind, NOW, async ({ key }) => {
      posted.push(key)
      return taken
    })
    expect([posted, round, await idsIn(kept)]).toEqual([
      ['key-a', 'key-b'],
      { sent: 2, beside: [], refused: [] },
      ['c'],
    ])
  })

  it('without a connection nothing more is tried and all stays', async () => {
    const kept = keptInMemory(kind, [item('a', NOW - 2), item('b', NOW - 1)])
    let tries = 0
    await sendKept(kept, kind, NOW, async () => {
      tries += 1
      return { sent: false, why: 'network' }
    })
    expect([tries, await idsIn(kept)]).toEqual([1, ['a', 'b']])
  })

  it('says which lie at the office to be chosen, and keeps what was refused with its reason, once', async () => {
    const kept = keptInMemory(kind, [item('a', NOW - 3), item('b', NOW - 2)])
    const post = async ({ id }: Item): Promise<Outcome> => {
      // Written on while it was on its way.
      if (id === 'a') await kept.put(item('a', NOW, { words: '又补了一句' }))
      return id === 'a' ? { sent: false, why: 'refused', message: '还有没填的' } : { sent: true, beside: true }
    }
    expect(await sendKept(kept, kind, NOW, post)).toEqual({ sent: 1, beside: ['B'], refused: ['A'] })
    expect(await kept.get('a')).toMatchObject({ refusal: '还有没填的', words: '又补了一句' })
    expect(await sendKept(kept, kind, NOW, post)).toEqual({ sent: 0, beside: [], refused: [] })
  })

  it('forgets after three days what was only looked at, never what was written in', async () => {
    const old = { waits: false, keptAt: 0 }
    const kept = keptInMemory(kind, [item('looked', 0, { ...old, words: '' }), item('written', 0, old)])
    await sendKept(kept, kind, NOW, async () => taken)
    expect(await idsIn(kept)).toEqual(['written'])
  })

  it('of two colleagues on one device each has his own, also where the browser gives no database', async () => {
    const open = keptOnDevice<Item & { staffId: string }>('test', kind)
    const [mine, yours] = [await open('me'), await open('you')]
    await mine.put({ ...item('a', NOW), staffId: 'me' })
    await yours.put({ ...item('a', NOW, { words: '另一位问的' }), staffId: 'you' })
    expect(await (await open('me')).get('a')).toMatchObject({ words: '门口问到的' })
    await yours.remove('a')
    expect([(await mine.all()).length, (await yours.all()).length]).toEqual([1, 0])
  })
})
