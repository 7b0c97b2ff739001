import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { keysGone, keysGoneSentence } from './keys-gone.ts'

describe('CUS-08 a key file that is gone', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('ends the start where people are stored; a ring of the environment needs no file', async () => {
    const path = `${world.app.folder}/keys.json`
    expect(await keysGone(world.url, path, undefined)).toBe(true)
    expect(await keysGone(world.url, path, '{}')).toBe(false)
    expect(keysGoneSentence(path)).toContain(path)
    expect(keysGoneSentence(path)).not.toContain('\n')
  })
})
