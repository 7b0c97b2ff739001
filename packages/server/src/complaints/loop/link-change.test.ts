import { linkChange, listChangeTargets } from '@anpei/contract/complaints'
import { CHANGE_KINDS } from '@anpei/domain/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { caused, proposed, seen } from './loop.fixture.ts'

describe('CMP-13 a 整改 names the version it changed, which a second person let into force', () => {
  let world: World
  let improvementId = ''
  beforeAll(async () => {
    world = await openWorld()
    improvementId = await proposed(world, await caused(world))
    world.clock.forward(60_000)
  })
  afterAll(() => world.close())

  it.each([
    ['promise', 2, '结案后七日内回访', /^\/promises\/T26$/],
    ['programme', 3, '潮南区老年人意外伤害综合保险', /^\/programme-versions\/[0-9a-f-]{36}$/],
    ['decision_table', 2, 'claim-routing', /^\/decision-tables\/[0-9a-f-]{36}$/],
    ['template', 2, '报案已收到', /^\/notices\?tab=templates$/],
    ['wording', 2, '用语规则', /^\/wording-rules$/],
    ['form', 2, '信息采集', /^\/forms$/],
    ['callback_script', 2, '投诉', /^\/callback-scripts$/],
    ['knowledge', 1, '回访什么时候打', /^\/knowledge\/[0-9a-f-]{36}$/],
  ] as const)('%s: none before, one after; another version is none', async (kind, version, title, path) => {
    const by = await world.as('handler2')
    const offered = async () => (await by(listChangeTargets, { query: { kind } })).items
    expect(await offered()).toEqual([])
    await changes[kind](world)
    const items = await offered()
    expect(items).toMatchObject([{ version, title: expect.stringContaining(title), path: expect.stringMatching(path) }])
    const params = { improvementId }
    const targetId = items[0]?.targetId ?? ''
    const next = { kind, targetId, version: version + 1 }
    await expectRefusal(by(linkChange, { params, body: next }), 'improvement.target_unknown')
    await by(linkChange, { params, body: { kind, targetId, version } })
    const linked = (await seen(world, improvementId)).changes.filter((one) => one.kindWord === CHANGE_KINDS[kind])
    expect(linked).toMatchObject([{ version, title: items[0]?.title, path: items[0]?.path }])
  })

  it('one from before it was proposed is refused; linked twice it stands once', async () => {
    const by = await world.as('handler2')
    const [item] = (await by(listChangeTargets, { query: { kind: 'template', q: '报案' } })).items
    const body = { kind: 'template', targetId: item?.targetId ?? '', version: item?.version ?? 0 } as const
    await by(linkChange, { params: { improvementId }, body })
    const { changes: linked } = await seen(world, improvementId)
    expect(linked).toHaveLength(8)
    world.clock.forward(60_000)
    const later = await proposed(world, await caused(world))
    const params = { improvementId: later }
    await expectRefusal(by(linkChange, { params, body }), 'improvement.change_older')
  })
})
