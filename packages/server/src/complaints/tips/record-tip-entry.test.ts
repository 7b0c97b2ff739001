import { getTip, portalReadTip, recordTipEntry } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { paper } from '../complaints.fixture.ts'
import { confirmed, examined, opened } from './tips.fixture.ts'

describe('CMP-12 the file of a 举报', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is written by the examiner; the reporter reads the questions and nothing else', async () => {
    const [compliance, cpo] = [await world.as('compliance'), await world.as('cpo')]
    const { id, code } = await examined(world, compliance)
    const params = { tipId: id }
    await compliance(recordTipEntry, { params, body: { kind: 'question', text: '哪一天？' } }, { files: [paper()] })
    await opened(cpo, id)
    await expectRefusal(
      cpo(recordTipEntry, { params, body: { kind: 'evidence', text: '又一件' } }),
      'tip.not_the_examiner',
    )
    await cpo(recordTipEntry, { params, body: { kind: 'note', text: '知悉' } })
    const { messages } = await world.anyone(portalReadTip, { body: { code } })
    expect(messages.map((one) => one.text).slice(1)).toEqual(['哪一天？'])
    expect((await cpo(getTip, { params })).entries).toHaveLength(4)
    await expectRefusal(
      compliance(recordTipEntry, { params, body: { kind: 'told', text: '电话' } }),
      'tip.result_not_ready',
    )
  })

  it('a named reporter is told once the result stands', async () => {
    const [compliance, cpo] = [await world.as('compliance'), await world.as('cpo')]
    const reporter = { named: true, name: '陈举报', phone: '13800009998' }
    const { id } = await confirmed(world, compliance, cpo, reporter)
    const params = { tipId: id }
    expect((await compliance(getTip, { params })).can).toContain('tell')
    await compliance(recordTipEntry, { params, body: { kind: 'told', text: '电话告知本人' } })
    expect((await compliance(getTip, { params })).toldAt).toBe(world.clock.now())
  })
})
