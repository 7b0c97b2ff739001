import { describe, expect, it } from 'vitest'
import { keepStops } from './keep-stops.ts'
import { item, pocketOf, view } from './pocket.fixture.ts'

const stop = { id: 'v', revision: 4, state: 'agreed' as const, kind: 'home' as const }

describe('SRV-09 the visits of a day lie on the tablet before setting out', () => {
  it('fetches each that is still to be made, once while it stands as it is', async () => {
    const pocket = pocketOf([])
    const asked: string[] = []
    const ask = (id: string) => {
      asked.push(id)
      return Promise.resolve({ ...view, id })
    }
    const stops = [
      stop,
      { ...stop, id: 'done', state: 'done' as const },
      { ...stop, id: 'video', kind: 'video' as const },
    ]
    await keepStops(pocket, 'me', stops, ask)
    await keepStops(pocket, 'me', stops, ask)
    expect(asked).toEqual(['v'])
    expect((await pocket.all()).map(({ visitId }) => visitId)).toEqual(['v'])
  })

  it('shows a visit that changed as it is now and keeps what was written at it', async () => {
    const written = item('v', 1, { waits: false, photos: [new Blob(['door'])], view: { ...view, revision: 3 } })
    const pocket = pocketOf([written])
    await keepStops(pocket, 'me', [stop], () => Promise.resolve(view))
    expect(await pocket.get('v')).toMatchObject({ view: { revision: 4 }, photos: written.photos })
  })
})
