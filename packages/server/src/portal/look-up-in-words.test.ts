import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { lookUpInWords } from './look-up-in-words.ts'

describe('SRV-12 where a case stands, told in a dialogue', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('a wrong number is told in words, and tries are counted as everywhere', async () => {
    const said: string[] = []
    for (let tries = 0; tries < 6; tries++) {
      await read(world.app, systemActor(1, 'wechat'), async (tx) => {
        said.push(await lookUpInWords(tx, 'C20260000001', '440524194001150018'))
        return { ok: true as const, value: null }
      })
    }
    expect(said[0]).toBe('案号或身份证号不对，请核对后再试，或者打电话给我们。')
    expect(said[5]).toContain('15 分钟')
  })
})
