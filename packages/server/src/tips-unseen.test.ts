/**
 * CMP-12, CMP-05, CUS-11: issue 5 "a 举报 nobody concerned can find". Somebody with every right of the house who is
 * reported, and somebody with every right but the one, ask every route there is.
 */
import {
  acceptTip,
  getComplaintRatios,
  getTip,
  listTips,
  openTip,
  portalReportTip,
  recordTipEntry,
  registerTip,
} from '@anpei/contract/complaints'
import { listSeals, openSeal, personTimeline } from '@anpei/contract/customers'
import { searchAudit } from '@anpei/contract/identity'
import { CallFailed, type Route } from '@anpei/contract/kernel'
import { listPromiseCases, promiseLedger } from '@anpei/contract/reporting'
import { listAlarms } from '@anpei/contract/sla'
import { permissions } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes, roundSteps } from './app.ts'
import { newId } from './kernel/index.ts'
import { arrange, openWorld, type Caller, type World } from './testing/index.ts'

const DAY = 86_400_000
const SECRET = '郑国华多付赔款给亲戚'
const NOT_ASKED = new Set(['signIn', 'signOut'])

describe('CMP-12, CMP-05, CUS-11 a 举报 nobody concerned can find', () => {
  let world: World
  let tipId = ''
  let marks: RegExp
  let before: unknown
  let readers: Readonly<Record<'concerned' | 'lacking' | 'line' | 'reported examiner', Caller>>

  beforeAll(async () => {
    world = await openWorld()
    const all = Object.keys(permissions)
    const but = all.filter((one) => one !== 'complaint.tip')
    await arrange(world, `update role set permissions = $1 where code = 'claims_head'`, [all])
    await arrange(world, `update role set permissions = $1 where code = 'admin'`, [but])
    before = await (await world.as('head'))(getComplaintRatios, { query: {} })
    const named = {
      code: '7777777777777701',
      facts: `${SECRET}，钟奕彬包庇。`,
      named: true,
      name: '陈秀英',
      phone: '13800138000',
    }
    await world.anyone(portalReportTip, { body: named })
    const cpo = await world.as('cpo')
    tipId = (await cpo(listTips, { query: {} })).items[0]?.id ?? ''
    const params = { tipId }
    await cpo(openTip, { params, body: { reason: '办理' } })
    await cpo(acceptTip, { params, body: {} })
    await cpo(recordTipEntry, { params, body: { kind: 'evidence', text: '付款流水' } })
    world.clock.forward(61 * DAY)
    for (const { work } of roundSteps) await work(world.app, 1)
    await world.runJobs()
    // Sessions have ended by now.
    readers = {
      concerned: await world.as('head'),
      lacking: await world.as('admin'),
      line: await world.as('gm'),
      'reported examiner': await world.as('compliance'),
    }
    const { tipNo } = (await (await world.as('cpo'))(listTips, { query: {} })).items[0] ?? { tipNo: 'none' }
    marks = new RegExp(`${tipId}|${tipNo}|多付赔款|付款流水`)
  })
  afterAll(() => world.close())

  /** Status and words of an answer, whatever it is; what differs by nature is taken out. */
  const answerOf = async (caller: Caller, route: Route, sent: object): Promise<string> => {
    try {
      const answer: unknown = await caller(route, sent)
      return `200 ${answer instanceof Blob ? await answer.text() : JSON.stringify(answer)}`
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      const { reference: _, ...problem } = error.problem
      return `${error.status} ${JSON.stringify(problem)}`
    }
  }
  const routes = allRoutes.map(({ route }) => route).filter(({ id }) => !NOT_ASKED.has(id))
  /** Drawn files hold what these show, in a form no search reads. */
  const lists = routes.filter(({ method, path, download }) => method === 'GET' && !path.includes(':') && !download)
  const names = ['concerned', 'lacking', 'line', 'reported examiner'] as const
  /** With the most rights there are: every route is asked. */
  const swept = ['concerned', 'lacking'] as const

  it.each(swept)('%s: no list, board, export or count of the house shows anything of it', async (name) => {
    const answers: string[] = []
    for (const route of lists) {
      const answer = await answerOf(readers[name], route, { query: {} })
      expect(answer, route.id).not.toMatch(marks)
      answers.push(answer)
    }
    // They were looked at, not refused at the door.
    expect(answers.filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(30)
  })

  it.each(swept)('%s: its id is answered like one that never was, by every route that takes an id', async (name) => {
    const never = newId()
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      const ask = async (id: string) => {
        const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, one]) => [one, id]))
        return (await answerOf(readers[name], route, { params })).replaceAll(id, 'ID')
      }
      expect(await ask(tipId), route.id).toBe(await ask(never))
    }
  })

  it.each(names)(
    '%s: nor do its own commands with whole bodies, nor search, log, seals, ledger or warnings',
    async (name) => {
      const reader = readers[name]
      const both = async (route: Route, sentOf: (id: string) => object) => {
        const [of, never] = [tipId, newId()]
        const [found, unknown] = [
          await answerOf(reader, route, sentOf(of)),
          await answerOf(reader, route, sentOf(never)),
        ]
        expect(found.replaceAll(of, 'ID'), route.id).toBe(unknown.replaceAll(never, 'ID'))
      }
      await both(getTip, (id) => ({ params: { tipId: id } }))
      await both(openTip, (id) => ({ params: { tipId: id }, body: { reason: '看看' } }))
      await both(acceptTip, (id) => ({ params: { tipId: id }, body: {} }))
      await both(recordTipEntry, (id) => ({ params: { tipId: id }, body: { kind: 'note', text: '没有的事' } }))
      await both(openSeal, (id) => ({ params: { kind: 'tip', subjectId: id }, body: { reason: '看看' } }))
      await both(searchAudit, (id) => ({ query: { subjectId: id } }))
      for (const asked of ['whistleblow.', 'seal.', 'clock.'])
        expect(await answerOf(reader, searchAudit, { query: { name: asked } })).not.toMatch(marks)
      expect(await answerOf(reader, listSeals, { query: {} })).not.toMatch(marks)
      expect(await answerOf(reader, listAlarms, { query: {} })).not.toMatch(marks)
      expect(await answerOf(reader, listPromiseCases, { params: { clockId: 'L14' }, query: {} })).not.toMatch(marks)
    },
  )

  it('nor does a figure: ledger, ratios; nor the line of whoever reported', async () => {
    const { promises } = await readers.concerned(promiseLedger, { query: {} })
    const counted = promises.filter((one) => one.clockId.startsWith('L14')).map((one) => one.total)
    expect(counted).toHaveLength(2)
    for (const total of counted) expect(Object.values(total).every((n) => n === 0)).toBe(true)
    expect(await readers.concerned(getComplaintRatios, { query: {} })).toEqual(
      expect.objectContaining({ own: expect.objectContaining({ count: 0 }) }),
    )
    expect(before).toMatchObject({ own: { count: 0 } })
    const [chen] = await arrange(world, `select id from person where name = '陈秀英'`)
    const line = await readers.concerned(personTimeline, { params: { personId: String(chen?.id) }, query: {} })
    expect(JSON.stringify(line)).not.toMatch(marks)
  })

  it('and who wrote it down for somebody finds nothing either', async () => {
    const service = await world.as('service1')
    const body = { code: '7777777777777702', channel: 'counter', facts: SECRET } as const
    await service(registerTip, { body })
    for (const route of lists) expect(await answerOf(service, route, { query: {} }), route.id).not.toMatch(/多付赔款/)
  })

  it('while whoever may know was warned and finds it', async () => {
    const cpo = await world.as('cpo')
    expect(marks.source).toMatch(/\|W\d{12}\|/)
    expect(await answerOf(cpo, listAlarms, { query: {} })).toMatch(marks)
    expect((await cpo(listTips, { query: {} })).items.map((one) => one.id)).toContain(tipId)
  })
})
