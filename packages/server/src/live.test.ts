import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembleServer } from './app.ts'
import { systemWrite, tellLive } from './http/index.ts'
import { codeAt, readOrganisation } from './identity/index.ts'
import { serveLive, type Live } from './live.ts'
import { openWorld, staffId, type World } from './testing/index.ts'

describe('CLK-04 boards change without reloading', () => {
  let world: World
  let live: Live
  let server: Awaited<ReturnType<typeof assembleServer>>
  let address = ''
  beforeAll(async () => {
    world = await openWorld()
    server = await assembleServer(world.app, () => undefined)
    live = await serveLive(server, world.app, world.url)
    address = await server.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await server.close()
    await live.stop()
    await world.close()
  })

  const tell = (topic: string, userIds: readonly string[] | null) =>
    systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      tellLive(tx, topic, userIds)
    })

  async function streamOf(login: string): Promise<{ next(): Promise<string>; end(): Promise<void> }> {
    const cookie = await sessionOf(address, login, world.clock.now())
    const answer = await fetch(`${address}/api/live`, { headers: { cookie } })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!reader) throw new Error('no stream')
    // Two words may come in one piece.
    const heard: string[] = []
    const next = async () => {
      for (;;) {
        const topic = heard.shift()
        if (topic) return topic
        const { value = '', done } = await reader.read()
        if (done) throw new Error('the stream ended')
        heard.push(...[...value.matchAll(/event: (\S+)/g)].map((match) => match[1] ?? ''))
      }
    }
    return { next, end: () => reader.cancel() }
  }

  it('refuses who is not signed in', async () => {
    expect((await fetch(`${address}/api/live`)).status).toBe(401)
  })

  it('tells those it concerns, and nobody else', async () => {
    const head = await streamOf('head')
    const service = await streamOf('service1')
    await tell('alarms', [await staffId(world, 'head')])
    await tell('everybody', null)
    expect(await head.next()).toBe('alarms')
    expect(await head.next()).toBe('everybody')
    expect(await service.next()).toBe('everybody')
    await Promise.all([head.end(), service.end()])
  })

  it('twenty words of one topic are two: the first at once, the others a second later', async () => {
    const head = await streamOf('head')
    await Promise.all(Array.from({ length: 20 }, () => tell('desk', null)))
    await tell('last', null)
    expect([await head.next(), await head.next(), await head.next()]).toEqual(['desk', 'last', 'desk'])
    await head.end()
  })
})

async function sessionOf(address: string, login: string, now: string): Promise<string> {
  const { password, secondFactorSecret } = readOrganisation()
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `live-${login}-key` },
    body: JSON.stringify({ login, password, code: codeAt(secondFactorSecret, now) }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
