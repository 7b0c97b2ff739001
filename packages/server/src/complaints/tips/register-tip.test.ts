import { getTip, getTipFile, listTips, portalReadTip, registerTip } from '@anpei/contract/complaints'
import { getRequest, registerRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { paper } from '../complaints.fixture.ts'
import { latest, newCode, opened } from './tips.fixture.ts'

describe('CMP-12, CMP-01 a 举报 is written down for somebody', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const told = { channel: 'counter', facts: '郭依琳代领津贴。', against: '峡山网点' } as const

  it('lies sealed with its papers, under its own number; who wrote it down finds nothing', async () => {
    const service = await world.as('service1')
    const code = newCode()
    const reporter = { named: true, name: '陈举报', phone: '13800009999' }
    const receivedAt = '2026-11-20T02:00:00.000Z'
    const sent = { body: { ...told, code, reporter, receivedAt } }
    expect(await service(registerTip, sent, { files: [paper('photo.png')] })).toEqual({ receivedAt })
    const { id, tipNo } = await latest(world, code)
    expect(tipNo).toMatch(/^W2611\d{8}$/)
    await expectRefusal(service(getTip, { params: { tipId: id } }), 'request.not_permitted')
    const [row] = await arrange(world, 'select * from tip')
    expect(JSON.stringify(row)).not.toMatch(/陈举报|津贴|7700000000000/)
    const compliance = await world.as('compliance')
    await expectRefusal(compliance(getTip, { params: { tipId: id } }), 'tip.open_first')
    await opened(compliance, id)
    const view = await compliance(getTip, { params: { tipId: id } })
    expect(view).toMatchObject({
      tipNo,
      facts: told.facts,
      reporter: { name: '陈举报', phone: '13800009999' },
      concerned: [{ name: '郭依琳' }],
      openings: [{ by: '钟奕彬', reason: '办理' }],
      timeLeft: { clock: '举报收到后十五日内决定是否受理' },
    })
    const file = view.entries[0]?.files[0]
    expect(file).toBeDefined()
    await compliance(getTipFile, { params: { tipId: id, fileId: file?.id ?? '' } })
    expect((await compliance(listTips, { query: { tipNo } })).items).toMatchObject([{ id, named: true }])
    expect(await world.anyone(portalReadTip, { body: { code } })).toMatchObject({ state: 'received', receivedAt })
  })

  it('is taken over from a request of the desk, which is there for nobody at the desk any more', async () => {
    const service = await world.as('service1')
    const { id: requestId } = await service(registerRequest, {
      body: { kind: 'enquiry', channel: 'counter', contact: { name: '李柜面' }, text: '有人代领津贴' },
    })
    const deskhead = await world.as('deskhead')
    await deskhead(getRequest, { params: { requestId } })
    const code = newCode()
    // The page of a request asks for no channel: the request has one.
    await service(registerTip, { body: { code, requestId } })
    const { id } = await latest(world, code)
    await expectRefusal(service(getRequest, { params: { requestId } }), 'request.not_found')
    await expectRefusal(deskhead(getRequest, { params: { requestId } }), 'request.not_found')
    const compliance = await world.as('compliance')
    await opened(compliance, id)
    const view = await compliance(getTip, { params: { tipId: id } })
    expect(view).toMatchObject({ facts: '有人代领津贴', channelWord: '柜面', named: false })
    expect(view.origin).toMatch(/^服务单 S/)
  })

  it('never with a date to come, without words, or where nobody impartial is left', async () => {
    const service = await world.as('service1')
    const sent = (change: object) => service(registerTip, { body: { ...told, code: newCode(), ...change } })
    await expectRefusal(sent({ receivedAt: '2030-01-01T00:00:00.000Z' }), 'tip.received_in_future')
    await expectRefusal(sent({ facts: '' }), 'tip.no_words')
    await expectRefusal(sent({ reporter: { named: true, name: '陈' } }), 'tip.reporter_unreachable')
    const concernedIds = await Promise.all(['compliance', 'cpo'].map((login) => staffId(world, login)))
    await expectRefusal(sent({ concernedIds }), 'tip.nobody_impartial')
  })
})
