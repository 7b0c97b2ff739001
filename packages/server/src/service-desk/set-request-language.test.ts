import { findPersons, recordCareMark } from '@anpei/contract/customers'
import { listDeskColleagues, listRequests, setRequestLanguage, takeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { came, look, told } from './desk.fixture.ts'

describe('SRV-02 who speaks the dialect of the customer is offered the request first', () => {
  let world: World
  let speaker: Caller
  let other: Caller
  beforeAll(async () => {
    world = await openWorld()
    // 林志明 is no agent of the desk by daily work, but may step in; he speaks 普通话 only.
    ;[speaker, other] = await Promise.all([world.as('service1'), world.as('pm')])
  })
  afterAll(() => world.close())
  /** Of a full hour some time ago. */
  const minutes = (n: number) =>
    new Date(Math.floor(Date.parse(world.clock.now()) / 3_600_000 - 10) * 3_600_000 + n * 60_000).toISOString()
  const queue = async (who: Caller, limit = 50) => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const query = { queue: 'unassigned', channel: 'fax', state: 'open', limit, cursor } as const
      const page = await who(listRequests, { query })
      ids.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return ids
  }

  it('within the hour first for who speaks it and last for who does not; an earlier hour stays first', async () => {
    const fax = (receivedAt: string) => came(world, { channel: 'fax', receivedAt })
    const earlier = await fax(minutes(-30))
    const plain = await fax(minutes(5))
    const dialect = await fax(minutes(20))
    const alike = await fax(minutes(40))
    const later = await fax(minutes(70))
    const params = { requestId: dialect }
    expect(await queue(speaker)).toEqual([earlier, plain, dialect, alike, later])
    await speaker(setRequestLanguage, { params, body: { language: 'teochew' } })
    for (const limit of [1, 2, 50]) {
      expect(await queue(speaker, limit)).toEqual([earlier, dialect, plain, alike, later])
      expect(await queue(other, limit)).toEqual([earlier, plain, alike, dialect, later])
    }
    const view = await look(speaker, dialect)
    expect(view.language).toEqual({ code: 'teochew', word: '潮汕话', mine: true })
    expect(view.timeline.at(-1)?.title).toBe('客户讲潮汕话')
    expect((await look(other, dialect)).language).toMatchObject({ mine: false })
    const { items } = await speaker(listDeskColleagues, { query: params })
    expect(items[0]?.speaks).toBe(true)
    expect(items.at(-1)?.speaks).toBe(false)
    // Nobody is kept from taking it; whoever has it has it among his own by its time.
    await other(takeRequest, { params })
    const mine = { queue: 'mine', channel: 'fax' } as const
    expect((await other(listRequests, { query: mine })).items[0]?.language?.word).toBe('潮汕话')
    await expectRefusal(speaker(setRequestLanguage, { params, body: { language: null } }), 'desk.taken')
  })

  it('CUS-04: a care mark says it too; what was heard goes before it and can be taken back', async () => {
    const { items } = await speaker(findPersons, { body: { q: testPeople.chen.idNumber } })
    const personId = items[0]?.id ?? ''
    const requestId = await told(speaker, { personId, language: 'hakka' })
    const mark = { mark: 'dialect', source: 'self', fromOn: world.clock.now().slice(0, 10), note: '' } as const
    await speaker(recordCareMark, { params: { personId }, body: mark })
    await world.runJobs()
    const spoken = async () => (await look(speaker, requestId)).language
    expect(await spoken()).toMatchObject({ code: 'hakka', mine: false })
    await speaker(setRequestLanguage, { params: { requestId }, body: { language: null } })
    expect(await spoken()).toMatchObject({ code: 'teochew', mine: true })
    expect((await look(speaker, await told(speaker, { personId }))).language).toMatchObject({ code: 'teochew' })
  })
})
