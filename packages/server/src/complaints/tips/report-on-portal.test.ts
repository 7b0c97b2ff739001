import { portalReadTip, portalReportTip } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { newCode, tipped } from './tips.fixture.ts'

describe('CMP-12, ORG-04 anybody reports on a phone', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('without a name; nothing says where it came from, and the code lies nowhere', async () => {
    const { id, code } = await tipped(world, { facts: '有人代领津贴', name: '写了又改', phone: '13800001111' })
    const events = await arrange(world, 'select * from event where subject_id = $1', [id])
    expect(events.map((event) => [event.actor_kind, event.source])).toEqual([
      ['system', 'portal'],
      ['system', 'portal'],
    ])
    const all = await arrange(
      world,
      `select (select json_agg(t) from tip t) as t, (select json_agg(i) from idempotency i
      where i.route like 'portal%') as i, (select json_agg(e) from event e) as e`,
    )
    expect(JSON.stringify(all)).not.toContain(code)
    expect((await world.anyone(portalReadTip, { body: { code } })).messages).toMatchObject([{ text: '有人代领津贴' }])
  })

  it('sent twice it is there once; a name without a way back is asked for one, and nothing is kept', async () => {
    const { code } = await tipped(world)
    const count = async () => Number((await arrange(world, 'select count(*) as n from tip'))[0]?.n)
    const before = await count()
    await world.anyone(portalReportTip, { body: { code, facts: '再发一次', named: false } })
    const named = { code: newCode(), facts: '有名字', named: true, name: '陈举报' }
    await expectRefusal(world.anyone(portalReportTip, { body: named }), 'tip.reporter_unreachable')
    expect(await count()).toBe(before)
  })

  it('guessing a code is slow', async () => {
    const guess = () => world.anyone(portalReadTip, { body: { code: newCode() } })
    await expectRefusal(guess(), 'tip.code_unknown')
    for (let tries = 0; tries < 30; tries++) await guess().catch(() => undefined)
    await expectRefusal(guess(), 'request.too_many')
  })
})
