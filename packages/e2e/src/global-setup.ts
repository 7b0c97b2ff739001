/** One product and one browser for all journeys of a run. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { BROWSER_ARGS, browserPath } from './browser.ts'
import { startProduct } from './product.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    address: string
    browser: string
    sessions: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-journeys-'))
  const sessions = join(folder, 'sessions')
  mkdirSync(sessions)
  const executablePath = browserPath()
  const product = await startProduct(join(folder, 'data'))
  const browser = await chromium.launchServer({ executablePath, args: [...BROWSER_ARGS] })
  project.provide('address', product.address)
  project.provide('browser', browser.wsEndpoint())
  project.provide('sessions', sessions)
  return async () => {
    await browser.close()
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
