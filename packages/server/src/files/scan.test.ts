import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScan } from './scan.ts'

const BAD = Buffer.from('EICAR-like test content')
const GOOD = Buffer.from('a photo')

describe('CLM-05 virus-scan hook', () => {
  let server: Server
  let port = 0
  const folder = mkdtempSync(join(tmpdir(), 'anpei-scan-'))

  beforeAll(async () => {
    // Speaks the protocol of clamd: reads chunks until the empty one, then answers and closes.
    server = createServer((socket) => {
      let got = Buffer.alloc(0)
      socket.on('data', (data: Buffer) => {
        got = Buffer.concat([got, data])
        if (got.length > 14 && got.subarray(-4).equals(Buffer.alloc(4))) {
          socket.end(got.includes('EICAR') ? 'stream: Test FOUND\0' : 'stream: OK\0')
        }
      })
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (typeof address === 'object' && address) port = address.port
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('asks clamd over the network', async () => {
    const scan = openScan(`tcp://127.0.0.1:${port}`)
    expect(await scan(GOOD)).toBe('clean')
    expect(await scan(BAD)).toBe('infected')
  })

  it('asks a program', async () => {
    const path = join(folder, 'scan.sh')
    writeFileSync(path, '#!/bin/sh\nif grep -q EICAR; then exit 1; fi\n')
    chmodSync(path, 0o755)
    expect(await openScan(path)(GOOD)).toBe('clean')
    expect(await openScan(path)(BAD)).toBe('infected')
  })

  it('says that nothing was scanned when there is no scanner, or it is away', async () => {
    expect(await openScan(undefined)(BAD)).toBe('not_scanned')
    expect(await openScan('/nowhere/scanner')(BAD)).toBe('not_scanned')
    expect(await openScan('tcp://127.0.0.1:1')(BAD)).toBe('not_scanned')
  })
})
