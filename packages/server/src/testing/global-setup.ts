/** Starts one real PostgreSQL for the test run and prepares the template that every test file clones. */
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/index.ts'
import { prepareTemplate } from './template.ts'
import { throwawayFolder } from './throwaway.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    ownerUrl: string
    ring: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = throwawayFolder('anpei-test-')
  const postgres = await startEmbedded({ folder, log: () => undefined, throwaway: true })
  project.provide('ownerUrl', postgres.ownerUrl)
  project.provide('ring', await prepareTemplate(postgres.ownerUrl))
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
