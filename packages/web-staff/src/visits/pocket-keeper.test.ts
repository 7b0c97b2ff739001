import { describe, expect, it } from 'vitest'
import { keeperOf } from './pocket-keeper.ts'
import { freshDraft } from './pocket.ts'
import { item, pocketOf, view } from './pocket.fixture.ts'

const opened = (pocket: ReturnType<typeof pocketOf>) => keeperOf('v', 'me', Promise.resolve(pocket))

describe('SRV-09 what is written at a door while answers come late', () => {
  it('an arrival that is answered when the form is filled in wipes nothing away', async () => {
    const pocket = pocketOf([])
    const keeper = opened(pocket)
    await keeper.seen(view)
    const before = keeper.change
    await keeper.change({ draft: { arrivedAt: '2026-11-23T02:00:00.000Z' } })
    await keeper.change({ draft: { answers: { badge: 'yes' }, result: 'settled' }, waits: true })
    // The page that asked saw an empty form; its answer comes now.
    await before({ draft: { basedOn: 5 } })
    expect(await pocket.get('v')).toMatchObject({
      waits: true,
      draft: { basedOn: 5, arrivedAt: '2026-11-23T02:00:00.000Z', answers: { badge: 'yes' }, result: 'settled' },
    })
  })

  it('takes out only the photos that were sent, not the one taken meanwhile', async () => {
    const pocket = pocketOf([])
    const keeper = opened(pocket)
    await keeper.seen(view)
    const [door, bed] = [new Blob(['door']), new Blob(['bed'])]
    await keeper.change({ photos: [door] })
    await keeper.change((now) => ({ photos: [...now.photos, bed] }))
    await keeper.change((now) => ({ photos: now.photos.filter((photo) => photo !== door) }))
    expect((await pocket.get('v'))?.photos).toEqual([bed])
  })

  it('keeps a begun draft when the visit is seen anew, and begins anew without a word in it', async () => {
    const pocket = pocketOf([])
    const keeper = opened(pocket)
    await keeper.seen(view)
    await keeper.seen({ ...view, revision: 7 })
    expect(keeper.held()?.draft).toEqual(freshDraft({ ...view, revision: 7 }))
    await keeper.change({ draft: { arrivedAt: '2026-11-23T02:00:00.000Z' } })
    await keeper.seen({ ...view, revision: 8 })
    expect(keeper.held()).toMatchObject({
      view: { revision: 8 },
      draft: { basedOn: 7, arrivedAt: '2026-11-23T02:00:00.000Z' },
    })
  })

  it.each([
    ['a note', { draft: { note: '家门口有狗' } }],
    ['a place', { draft: { place: '村口' } }],
    ['a witness', { draft: { witnesses: [{ name: '王芳', phone: '', said: '' }] } }],
    ['the name of who signed', { draft: { signedBy: '陈秀英' } }],
    ['a result', { draft: { result: 'settled' as const } }],
    ['a signature', { signature: new Blob(['ink']) }],
  ])('a page loaded anew loses nothing of what was entered: %s alone', async (_what, entered) => {
    const pocket = pocketOf([])
    const keeper = opened(pocket)
    await keeper.seen(view)
    await keeper.change(entered)
    const reloaded = opened(pocket)
    await reloaded.seen({ ...view, revision: 9 })
    expect(reloaded.held()).toMatchObject(entered)
  })

  it('shows why the server did not take it, and says when it is gone', async () => {
    const pocket = pocketOf([{ ...item('v', 1), view }])
    const keeper = opened(pocket)
    await keeper.seen(null)
    await pocket.put({ ...item('v', 2), refusal: '清单还有没填的' })
    expect((await keeper.again())?.refusal).toBe('清单还有没填的')
    expect(keeper.held()?.refusal).toBe('清单还有没填的')
    await pocket.remove('v')
    expect(await keeper.again()).toBeNull()
  })
})
