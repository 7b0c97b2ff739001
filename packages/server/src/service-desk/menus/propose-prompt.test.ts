import { confirmChange, viewChange } from '@anpei/contract/identity'
import { getPromptAudio, listPrompts, playPrompt } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { putForward, silence } from './menus.fixture.ts'

describe('SRV-02 ORG-05 a prompt is heard by a second person before anybody who calls hears it', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const audio = (path: string, headers: Record<string, string> = {}) =>
    world.server.inject({ method: 'GET', url: path, headers })

  it('is kept in versions, each with its words, its voice and its day', async () => {
    const lead = await world.as('deskhead')
    const { changeId, promptId } = await putForward(world)
    await expectRefusal(lead(confirmChange, { params: { id: changeId } }), 'identity.four_eyes')
    await expectRefusal(putForward(world, { words: '另一段' }), 'identity.change_waiting')
    const onPhone = playPrompt.path.replace(':tenantId', '1').replace(':promptId', promptId)
    expect((await audio(onPhone)).statusCode).toBe(404)
    const pm = await world.as('pm')
    const { proofs } = await pm(viewChange, { params: { id: changeId } })
    expect(proofs.map(({ path }) => path)).toEqual([getPromptAudio.path.replace(':promptId', promptId)])
    expect((await pm(listPrompts, { query: {} })).waiting).toMatchObject([{ changeId, promptId }])
    await pm(confirmChange, { params: { id: changeId } })
    const second = await putForward(world, { words: '您好。', validFrom: '2030-01-01' })
    await pm(confirmChange, { params: { id: second.changeId } })
    const { items, waiting } = await lead(listPrompts, { query: {} })
    expect(waiting).toEqual([])
    expect(items.map(({ version, words, inForce }) => [version, words, inForce])).toEqual([
      [2, '您好。', false],
      [1, '您好，这里是安裕保险。', true],
    ])
    expect(items[1]).toMatchObject({
      recordedBy: '林小红',
      validFrom: '2026-01-01',
      madeBy: '陈静仪',
      confirmedBy: '林志明',
    })
    const heard = await audio(onPhone)
    expect([heard.statusCode, heard.headers['content-type']]).toEqual([200, 'audio/wav'])
    expect(heard.rawPayload.equals(silence())).toBe(true)
  })

  it('what no telephone plays is refused, whatever it is called; who does not lead puts none forward', async () => {
    const other = { occasion: 'waiting' } as const
    await expectRefusal(putForward(world, other, Buffer.from('no sound at all'), '提示.mp3'), 'file.name_lies')
    const film = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex')
    await expectRefusal(putForward(world, other, film, '提示.mp4'), 'file.prompt_not_allowed')
    const agent = await world.as('service1')
    expect((await agent(listPrompts, { query: { line: 'elder' } })).items).toEqual([])
    expect(
      (await audio(getPromptAudio.path.replace(':promptId', '0190f5a0-0000-7000-8000-0000000000ab'))).statusCode,
    ).toBe(401)
  })
})
