import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureChromium, findChromium } from './ensure.ts'

describe('the Chromium of the browser journeys', () => {
  let folder: string
  let program: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anpei-chromium-'))
    program = join(folder, 'chromium')
    writeFileSync(program, '#!/bin/sh\n')
    chmodSync(program, 0o755)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is the one CHROMIUM_PATH names', async () => {
    expect(await ensureChromium({ CHROMIUM_PATH: program })).toBe(program)
  })

  it('is refused with a sentence when CHROMIUM_PATH names no program', async () => {
    chmodSync(program, 0o644)
    await expect(ensureChromium({ CHROMIUM_PATH: program })).rejects.toThrow(`CHROMIUM_PATH 指向的 ${program}`)
    await expect(ensureChromium({ CHROMIUM_PATH: join(folder, 'none') })).rejects.toThrow('CHROMIUM_PATH names')
  })

  it('is refused with a sentence where it is too old to tell a page that the network is away', async () => {
    const speaks = (version: string) =>
      writeFileSync(program, `#!/bin/sh\necho "Chromium ${version} built on Debian"\n`)
    speaks('150.0.7871.100')
    await expect(ensureChromium({ CHROMIUM_PATH: program })).rejects.toThrow('太旧')
    speaks('156.0.8078.79')
    expect(await ensureChromium({ CHROMIUM_PATH: program })).toBe(program)
  })

  it('is found on the PATH first', () => {
    expect(findChromium({ PATH: folder })).toBe(program)
  })
})
