import { playFilm, uploadFilm } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

/** The head of an MP4 and two kilobytes behind it. */
const FILM = Buffer.concat([
  Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'),
  Buffer.from(Array.from({ length: 2000 }, (_, at) => at % 251)),
])

describe('SRV-06 a film of the house in an article', () => {
  let world: World
  let writer: Caller
  let filmUrl = ''
  beforeAll(async () => {
    world = await openWorld()
    writer = await world.as('service1')
  })
  afterAll(() => world.close())
  const upload = (bytes: Buffer, name = '怎样拍单据.mp4') =>
    writer(uploadFilm, {}, { files: [{ field: 'recording', name, file: new Blob([new Uint8Array(bytes)]) }] })
  const play = (url: string, range?: string) =>
    world.server.inject({ method: 'GET', url, headers: range === undefined ? {} : { range } })

  it('is for everybody once its article is published, whole or in parts', async () => {
    const { videoUrl } = await upload(FILM)
    expect((await play(videoUrl)).statusCode).toBe(404)
    expect((await writer(playFilm, { params: { filmId: videoUrl.slice(-36) } })) instanceof Blob).toBe(true)
    await publishedArticle(world, { kind: 'video', videoUrl, body: '怎样拍单据。\n\n## 视频里说的话\n把纸放平再拍。' })
    const whole = await play(videoUrl)
    expect([whole.statusCode, whole.headers['content-type'], whole.headers['accept-ranges']]).toEqual([
      200,
      'video/mp4',
      'bytes',
    ])
    expect(whole.rawPayload.equals(FILM)).toBe(true)
    filmUrl = videoUrl
  })

  it.each([
    ['bytes=0-99', 206, `bytes 0-99/${FILM.length}`, [0, 100]],
    ['bytes=2000-', 206, `bytes 2000-2023/${FILM.length}`, [2000, 2024]],
    ['bytes=-24', 206, `bytes 2000-2023/${FILM.length}`, [2000, 2024]],
    ['bytes=1000-9999', 206, `bytes 1000-2023/${FILM.length}`, [1000, 2024]],
    ['bytes=9000-', 416, `bytes */${FILM.length}`, [0, 0]],
    ['bytes=5-2', 200, undefined, [0, 2024]],
    ['bytes=0-1,5-6', 200, undefined, [0, 2024]],
  ] as const)('a player that asks for %s is answered %s', async (range, status, told, [from, to]) => {
    const answer = await play(filmUrl, range)
    expect([answer.statusCode, answer.headers['content-range']]).toEqual([status, told])
    expect(answer.rawPayload.equals(FILM.subarray(from, to))).toBe(true)
  })

  it('what is no film is refused, and nothing else of the house is to be had there', async () => {
    await expectRefusal(upload(Buffer.from('no film')), 'file.name_lies')
    await expectRefusal(upload(FILM, '片子.exe'), 'file.name_lies')
    await expectRefusal(writer(uploadFilm, {}), 'file.none')
    const nobody = '/api/portal/knowledge/films/0190f5a0-0000-7000-8000-0000000000ab'
    expect((await play(nobody)).statusCode).toBe(404)
  })
})
