import { getAssist, listAssists, listInsurers, openAssist } from '@anpei/contract/assist'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { caseOf, clients, FAR } from './brokers.fixture.ts'

const on = (accidentOn: string): Partial<ReturnType<typeof caseOf>> => ({
  accident: { accidentOn, cause: 'fall', kinds: ['hospital'] },
})

describe('ORG-01 opening an assisted claim', () => {
  let world: World
  let broker: Caller
  beforeAll(async () => {
    world = await openWorld()
    broker = await world.as('broker1')
  })
  afterAll(() => world.close())

  it('keeps what the client told, masked, for an insurer of this installation', async () => {
    expect((await broker(listInsurers, {})).items).toEqual([{ id: 1, name: '安赔示范财产保险股份有限公司' }])
    const made = await broker(openAssist, { body: caseOf(clients.chen) })
    expect(made).toMatchObject({ state: 'draft', stateWord: '准备中', assistNo: expect.stringMatching(/^X\d{12}$/) })
    const view = await broker(getAssist, { params: { assistId: made.id } })
    expect(view).toMatchObject({
      clientName: '陈秀英',
      idNumberMasked: '440524********0018',
      phoneMasked: '139****0000',
      insurerHere: true,
      accident: { narrative: '在家门口滑倒' },
      owner: '许佳纯',
      can: ['submit', 'withdraw', 'addPapers'],
    })
    expect(view.timeline).toMatchObject([{ title: `登记协助理赔 ${made.assistNo}`, by: '许佳纯' }])
  })

  it.each<[string, Partial<ReturnType<typeof caseOf>>, string]>([
    ['a wrong check digit', { clientIdNumber: '440524194001150019' }, 'customers.id_check_digit'],
    ['a telephone that cannot be', { clientPhone: '12' }, 'customers.phone_invalid'],
    ['an accident tomorrow', on('2026-11-24'), 'report.accident_in_future'],
    ['an accident before birth', on('1930-01-01'), 'report.accident_before_birth'],
    ['no insurer', { insurerTenantId: null }, 'assist.insurer_missing'],
    ['an agency as insurer', { insurerTenantId: 3 }, 'assist.insurer_unknown'],
  ])('refuses %s', async (_name, change, code) => {
    await expectRefusal(broker(openAssist, { body: { ...caseOf(clients.lin), ...change } }), code)
  })

  it('is not for the people of an insurer', async () => {
    await expectRefusal(
      (await world.as('service1'))(openAssist, { body: caseOf(clients.lin) }),
      'request.not_permitted',
    )
    await expectRefusal((await world.as('service1'))(listAssists, { query: {} }), 'request.not_permitted')
  })

  it('pages the list by key, counts it, and finds a client by name', async () => {
    for (const client of [clients.lin, clients.zheng]) await broker(openAssist, { body: caseOf(client) })
    const first = await broker(listAssists, { query: { limit: 2 } })
    expect(first).toMatchObject({ total: 3, withNews: 0, items: [{ clientName: '郑建国' }, { clientName: '林玉兰' }] })
    const second = await broker(listAssists, { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(second).toMatchObject({ items: [{ clientName: '陈秀英' }], nextCursor: null })
    expect((await broker(listAssists, { query: { q: '林玉兰', state: 'draft' } })).items).toHaveLength(1)
    expect((await broker(listAssists, { query: { state: 'paid' } })).items).toEqual([])
    await expectRefusal(broker(listAssists, { query: { cursor: 'nonsense' } }), 'request.malformed')
  })

  it('is not there for another house', async () => {
    const [one] = (await broker(listAssists, { query: {} })).items
    const agency = await world.as('agency1')
    expect((await agency(listAssists, { query: {} })).items).toEqual([])
    await expectRefusal(agency(getAssist, { params: { assistId: one?.id ?? '' } }), 'request.not_found')
    await expectRefusal(broker(getAssist, { params: { assistId: FAR } }), 'request.not_found')
  })
})
