import { describe, expect, it } from 'vitest'
import { Refused } from './ask.ts'
import { sendUnsent, type Unsent, type UnsentStore } from './unsent.ts'

const item = (id: string, keptAt: number, more: Partial<Unsent> = {}): Unsent => ({
  id,
  kind: 'report',
  url: '/api/portal/reports',
  body: { insuredName: '陈秀英' },
  files: [],
  keptAt,
  refusal: null,
  ...more,
})

/** The phone's database, in memory. */
function phone(items: Unsent[]): UnsentStore & { ids(): string[]; find(id: string): Unsent | undefined } {
  const kept = new Map(items.map((one) => [one.id, one]))
  return {
    all: async () => [...kept.values()],
    put: async (one) => {
      kept.set(one.id, one)
    },
    remove: async (id) => {
      kept.delete(id)
    },
    ids: () => [...kept.keys()],
    find: (id) => kept.get(id),
  }
}

describe('POR-01 what was sent on a bad network', () => {
  it('goes out in the order it was kept, each under its own key, and is forgotten then', async () => {
    const store = phone([item('b', 2, { kind: 'papers' }), item('a', 1)])
    const posted: string[] = []
    const round = await sendUnsent(store, async ({ id }) => {
      posted.push(id)
      return { reportNo: `R-${id}` }
    })
    expect(posted).toEqual(['a', 'b'])
    expect(round).toEqual({
      sent: [
        { kind: 'report', answer: { reportNo: 'R-a' } },
        { kind: 'papers', answer: { reportNo: 'R-b' } },
      ],
      stopped: null,
    })
    expect(store.ids()).toEqual([])
  })

  it.each([
    ['no network', new Refused(0, 'network', ''), 'waits'],
    ['a fault of ours', new Refused(500, 'fault', ''), 'waits'],
    ['too many tries', new Refused(429, 'request.too_many', ''), 'waits'],
    ['nobody signed in', new Refused(401, 'request.sign_in_first', '请先登录。'), 'sign_in'],
  ] as const)('%s: all stay, and nothing more is tried', async (_, failure, stopped) => {
    const store = phone([item('a', 1), item('b', 2)])
    let tries = 0
    const round = await sendUnsent(store, async () => {
      tries += 1
      throw failure
    })
    expect(round).toEqual({ sent: [], stopped })
    expect([tries, store.ids()]).toEqual([1, ['a', 'b']])
  })

  it('what the server refuses stays with its reason, is not tried again, and lets the others go', async () => {
    const store = phone([item('a', 1), item('b', 2)])
    const post = async ({ id }: Unsent) => {
      if (id === 'a') throw new Refused(400, 'report.accident_in_future', '出险日期还没有到，请核对。')
      return {}
    }
    expect((await sendUnsent(store, post)).sent).toHaveLength(1)
    expect(store.find('a')?.refusal).toBe('出险日期还没有到，请核对。')
    expect(await sendUnsent(store, post)).toEqual({ sent: [], stopped: null })
  })
})
