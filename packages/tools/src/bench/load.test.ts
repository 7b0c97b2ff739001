/** OPS-03: a measurement that fails says so at once and leaves no line open behind it. */
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { underLoad } from './load.ts'

describe('OPS-03 callers of a measurement', () => {
  const server = createServer((_, reply) => reply.end('{}'))
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    port = address.port
  })
  afterAll(() => {
    server.close()
  })

  it('the first that fails ends all of them: the server has nobody to wait for', async () => {
    const run = underLoad(port, 4, { seconds: 60 }, async (line, caller) => {
      const reply = await line.send({ method: 'GET', path: '/' })
      if (caller === 3) throw new Error('refused')
      return [reply.ms]
    })
    await expect(run).rejects.toThrow('refused')
    const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
    await expect.poll(open).toBe(0)
  })
})
