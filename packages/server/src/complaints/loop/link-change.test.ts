import { linkChange, listChangeTargets } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { caused, proposed, seen } from './loop.fixture.ts'

describe('CMP-13 a 整改 names the version it changed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('one that is in force, found in its own store; linked twice it stands once; another version is none', async () => {
    world.clock.forward(60_000)
    const improvementId = await proposed(world, await caused(world))
    const by = await world.as('handler2')
    const { items } = await by(listChangeTargets, { query: { kind: 'programme' } })
    const [target] = items
    if (!target) throw new Error('no programme')
    const { targetId, version } = target
    const body = { kind: 'programme', targetId, version } as const
    await expectRefusal(by(linkChange, { params: { improvementId }, body }), 'improvement.change_older')
    await arrange(world, `update programme_version set published_at = '${world.clock.now()}' where id = '${targetId}'`)
    await by(linkChange, { params: { improvementId }, body })
    await by(linkChange, { params: { improvementId }, body })
    expect((await seen(world, improvementId)).changes).toMatchObject([
      { kindWord: '方案', version, title: target.title, path: `/programme-versions/${targetId}` },
    ])
    const next = { ...body, version: version + 1 }
    await expectRefusal(by(linkChange, { params: { improvementId }, body: next }), 'improvement.target_unknown')
    for (const kind of ['promise', 'decision_table', 'template', 'wording', 'form', 'knowledge'] as const) {
      const found = await by(listChangeTargets, { query: { kind } })
      expect(Array.isArray(found.items)).toBe(true)
    }
  })
})
