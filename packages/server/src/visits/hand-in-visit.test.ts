import { recordCertificate } from '@anpei/contract/identity'
import { arriveAtVisit, cancelVisit, getVisit, handInVisit, listVisits, setOut } from '@anpei/contract/visits'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, fallAsleep, type Caller } from '../testing/index.ts'
import {
  ETIQUETTE,
  agreed,
  agreeVisit,
  asked,
  openField,
  photo,
  TUESDAY_MORNING,
  written,
  type Field,
} from './visits.fixture.ts'

describe('SRV-09 CLM-02 T07 handing in what was done', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const clockState = async (id: string) => {
    const [row] = await arrange(field.world, `select state from clock where subject_id = $1 and clock_id = 'T07'`, [id])
    return row?.['state']
  }

  it('nobody home: the promise runs on and a new time is due', async () => {
    const visitId = await agreed(field, 'far')
    const body = { ...written(field.world, 2), result: 'nobody_home', answers: {} } as const
    const made = await field.far(handInVisit, { params: { visitId }, body }, { files: [] })
    expect(made).toMatchObject({ state: 'not_met', kept: false })
    expect(await clockState(visitId)).toBe('running')
    expect((await field.desk(getVisit, { params: { visitId } })).can).toContain('agree')
  })

  it('refuses open points, a scene without place or photo, and a blank signature', async () => {
    const { id, dueAt } = await asked(field, { kind: 'on_site', channel: 'report' })
    const at = new Date(dueAt ?? '').toISOString()
    const booking = { visitorId: field.near.id, day: at.slice(0, 10), half: 'am', at } as const
    await field.desk(agreeVisit, { params: { visitId: id }, body: booking })
    const answers = {
      ...ETIQUETTE,
      injured: 'yes',
      safety: 'yes',
      scene: '路面湿滑',
      course: '自己摔倒',
      papers: 'yes',
    }
    const body = { ...written(field.world, 2), answers, place: '峡山市场门口' }
    const send = (change: object, files: Awaited<ReturnType<typeof photo>>[] = []) =>
      field.near(handInVisit, { params: { visitId: id }, body: { ...body, ...change } }, { files })
    await expectRefusal(send({ answers: {} }), 'visit.checklist_open')
    await expectRefusal(send({ place: '' }), 'visit.place_missing')
    await expectRefusal(send({}), 'visit.photo_missing')
    await expectRefusal(
      send({}, [{ ...(await photo('signature')), file: new Blob(['x']) }, await photo()]),
      'visit.signature_blank',
    )
    expect(await send({}, [await photo()])).toMatchObject({ state: 'done' })
  })

  it('SRV-10: asks how one appeared and spoke, and keeps a no', async () => {
    const visitId = await agreed(field, 'far', { day: '2026-11-24', half: 'pm' })
    const body = written(field.world, 2)
    const send = (change: Readonly<Record<string, string>>) =>
      field.far(
        handInVisit,
        { params: { visitId }, body: { ...body, answers: { ...body.answers, ...change } } },
        { files: [] },
      )
    for (const code of Object.keys(ETIQUETTE)) await expectRefusal(send({ [code]: '' }), 'visit.checklist_open')
    await send({ dress: 'no' })
    const [record] = (await field.desk(getVisit, { params: { visitId } })).records
    expect(record?.points).toContainEqual({ text: '进门前：着装整洁，佩戴工牌', answer: 'no' })
  })

  it('keeps both versions when the visit moved on meanwhile', async () => {
    const { id } = await asked(field)
    const visit = await field.desk(agreeVisit, {
      params: { visitId: id },
      body: { visitorId: field.near.id, ...TUESDAY_MORNING, half: 'pm' },
    })
    await field.near(
      arriveAtVisit,
      { params: { visitId: id }, body: { arrivedAt: field.world.clock.now() } },
      { files: [] },
    )
    const body = written(field.world, visit.revision)
    expect(await field.near(handInVisit, { params: { visitId: id }, body }, { files: [] })).toMatchObject({
      kept: true,
      state: 'arrived',
    })
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view).toMatchObject({ records: [{ standing: 'beside' }], state: 'arrived' })
    expect(view.can).toContain('choose')
    const cancel = field.desk(cancelVisit, { params: { visitId: id }, body: { reason: '来不了' } })
    await expectRefusal(cancel, 'lifecycle.not_possible')
  })

  it('keeps what was written when somebody else goes now, though the writer sees the visit no more', async () => {
    const told = { name: '林先生', phone: '13800001234', address: '祠堂后面第三家', villageCode: '440514105001' }
    const { id } = await asked(field, { kind: 'video', personId: null, ...told })
    const to = (visitorId: string) =>
      field.desk(agreeVisit, {
        params: { visitId: id },
        body: { ...TUESDAY_MORNING, visitorId, at: '2026-11-24T02:00:00.000Z' },
      })
    const { revision } = await to(field.near.id)
    const body = written(field.world, revision)
    await to(field.far.id)
    const send = (by: Caller) => by(handInVisit, { params: { visitId: id }, body }, { files: [] })
    expect(await send(field.near)).toMatchObject({ kept: true, state: 'agreed' })
    expect((await field.desk(listVisits, { query: { beside: 'yes' } })).items).toContainEqual(
      expect.objectContaining({ id }),
    )
    await expectRefusal(send(await field.world.as('outlet1')), 'request.not_found')
  })

  it('written without a connection and sent twice: once done, the promise met when one stood at the door', async () => {
    const id = await agreed(field)
    field.world.clock.forward(25 * 3_600_000)
    const body = { ...written(field.world, 2), witnesses: [{ name: '陈小明', phone: '13912345678', said: '在场' }] }
    field.world.clock.forward(5 * 3_600_000)
    const send = () => field.near(handInVisit, { params: { visitId: id }, body }, { files: [], key: `visit-${id}` })
    const first = await send()
    expect(first).toMatchObject({ state: 'done', kept: false, dueAt: null })
    expect(await send()).toEqual(first)
    expect(await clockState(id)).toBe('met')
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view.records).toMatchObject([
      { standing: 'current', by: '蔡晓东', resultWord: '已办完', witnesses: [{ name: '陈小明' }] },
    ])
    expect(view.records[0]?.points).toContainEqual({ text: '办理的事项和结果', answer: '讲解了住院津贴' })
  })

  it('ORG-06 the certificate of the day of the visit counts, though it ended since; else one chooses', async () => {
    const { world, near, desk } = field
    const day = addDays(dayOfInstant(world.clock.now()), 1)
    const certificate = { kind: 'pre_job', number: 'A1', issuer: '培训部', issuedOn: '2026-01-05', validTo: day }
    await (await world.as('admin'))(recordCertificate, { params: { id: near.id }, body: certificate })
    await fallAsleep(world, 'liaison')
    const before = await agreed(field, 'near', { day, half: 'am' })
    const after = await agreed(field, 'near', { day, half: 'pm' })
    world.clock.forward(24 * 3_600_000)
    const body = written(world, 2)
    world.clock.forward(24 * 3_600_000)
    await expectRefusal(near(setOut, { params: { visitId: after } }), 'identity.certificate_missing')
    const send = (visitId: string, record: typeof body) =>
      near(handInVisit, { params: { visitId }, body: record }, { files: [] })
    expect(await send(before, body)).toMatchObject({ kept: false, state: 'done' })
    expect(await send(after, written(world, 2))).toMatchObject({ kept: true, state: 'agreed' })
    const { can, timeline } = await desk(getVisit, { params: { visitId: after } })
    expect(can).toContain('choose')
    expect(timeline).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('证书') }))
    await expectRefusal(send((await asked(field)).id, body), 'request.not_found')
  })
})
