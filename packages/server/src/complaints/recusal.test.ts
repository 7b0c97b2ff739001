/** CMP-05, CUS-11: whoever is complained about finds nothing of it, whichever way they look. */
import {
  addNewFacts,
  checkComplaint,
  contactComplainant,
  convertToComplaint,
  getComplaint,
  getComplaintFile,
  listComplaints,
  supplementComplaint,
} from '@anpei/contract/complaints'
import { personTimeline } from '@anpei/contract/customers'
import { searchAudit } from '@anpei/contract/identity'
import { getRequest, listRequests, registerRequest } from '@anpei/contract/service-desk'
import { listPromiseCases, provePromise } from '@anpei/contract/reporting'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../sla/index.ts'
import { arrange, expectRefusal, openWorld, staffId, type World } from '../testing/index.ts'
import { assigned, complained, look, paper } from './complaints.fixture.ts'
import { complaintDirectory } from './store-due.ts'

const DAY = 86_400_000

describe('CMP-05, CUS-11 回避: the person concerned finds nothing', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const chen = async () => String((await arrange(world, `select id from person where name = '陈秀英'`))[0]?.id)

  it('by number, name, telephone, claim or person, by address, its files, or any command', async () => {
    const service = await world.as('service1')
    const concernedIds = [await staffId(world, 'handler1')]
    const complainant = { name: '郑隐', phone: '13800002468' }
    const personId = await chen()
    const { id, complaintNo } = await complained(service, { complainant, concernedIds, personId }, [paper()])
    const fileId = (await look(service, id)).entries[0]?.files[0]?.id ?? ''
    const concerned = await world.as('handler1')
    for (const query of [{ q: complaintNo }, { q: complainant.phone }, { q: '陈秀英' }, { personId }, {}]) {
      const found = await concerned(listComplaints, { query: { ...query, whose: 'all' } })
      expect(found).toMatchObject({ items: [], total: 0 })
    }
    const params = { complaintId: id }
    const contact = { channel: 'phone', successful: true, text: '想打个招呼' } as const
    const nothing = (work: Promise<unknown>) => expectRefusal(work, 'request.not_found')
    await nothing(concerned(getComplaint, { params }))
    await nothing(concerned(getComplaintFile, { params: { ...params, fileId } }))
    await nothing(concerned(contactComplainant, { params, body: contact }))
    await nothing(concerned(addNewFacts, { params, body: { text: '没有的事' } }))
    await nothing(concerned(supplementComplaint, { params, body: { note: '没有的事' } }))
    const line = await concerned(personTimeline, { params: { personId }, query: {} })
    expect(JSON.stringify(line)).not.toContain(complaintNo)
    const others = await (await world.as('handler2'))(personTimeline, { params: { personId }, query: {} })
    expect(JSON.stringify(others)).toContain(complaintNo)
  })

  it('assessor1, who has no complaints to read, does not meet it on the customer’s line either', async () => {
    const personId = await chen()
    const concernedIds = [await staffId(world, 'assessor1')]
    const made = await complained(await world.as('service1'), { concernedIds, personId })
    const concerned = await world.as('assessor1')
    const line = await concerned(personTimeline, { params: { personId }, query: {} })
    expect(JSON.stringify(line)).not.toContain(made.complaintNo)
    await expectRefusal(look(concerned, made.id), 'request.not_permitted')
  })

  it('nor in the audit log, whoever may read that', async () => {
    const made = await complained(await world.as('service1'), { concernedIds: [await staffId(world, 'admin')] })
    const asked = async (login: string) =>
      (await (await world.as(login))(searchAudit, { query: { subjectId: made.id } })).items
    expect(await asked('admin')).toEqual([])
    expect((await asked('compliance')).length).toBeGreaterThan(0)
  })

  it('nor in the ledger of promises, with the events that prove one', async () => {
    const made = await complained(await world.as('service1'), { concernedIds: [await staffId(world, 'handler1')] })
    const params = { clockId: 'L06', subjectId: made.id }
    const [concerned, other] = [await world.as('handler1'), await world.as('handler2')]
    const listed = async (reader: typeof other) =>
      (await reader(listPromiseCases, { params, query: { month: '2026-12' } })).items.map((one) => one.no)
    expect(await listed(other)).toContain(made.complaintNo)
    expect(await listed(concerned)).not.toContain(made.complaintNo)
    const proof = await other(provePromise, { params })
    expect(proof).toMatchObject({ no: made.complaintNo, subjectKind: 'complaint' })
    expect(proof.runs[0]?.rows[0]?.event).toBe(`收到投诉 ${made.complaintNo}`)
    await expectRefusal(concerned(provePromise, { params }), 'request.not_found')
  })

  it('nor by a warning: where the head is concerned, it goes to who works on it', async () => {
    const id = await assigned(world, { concernedIds: [await staffId(world, 'complainthead')] })
    world.clock.forward(13 * DAY)
    await announceDue(world.app, 1, complaintDirectory)
    world.clock.forward(3 * DAY)
    await announceDue(world.app, 1, complaintDirectory)
    const rows = await arrange(world, 'select user_id from clock_alarm where subject_id = $1', [id])
    const told = rows.map((row) => row.user_id)
    expect(told).toContain(await staffId(world, 'handler1'))
    expect(told).not.toContain(await staffId(world, 'complainthead'))
    const { items } = await (await world.as('complainthead'))(listAlarms, { query: {} })
    expect(items.filter((one) => one.subjectId === id)).toEqual([])
  })

  it('nor through the request it came from; the line sees the case and can do nothing', async () => {
    const service = await world.as('service1')
    const concernedIds = [await staffId(world, 'handler2')]
    const { id: requestId, requestNo } = await service(registerRequest, {
      body: { kind: 'complaint', channel: 'counter', contact: { name: '李柜面' }, text: '处理人推脱' },
    })
    const { complaint } = await service(convertToComplaint, { body: { requestId, concernedIds } })
    await arrange(world, `update role set permissions = permissions || '{desk.read}' where code = 'complaint_handler'`)
    const concerned = await world.as('handler2')
    await expectRefusal(concerned(getRequest, { params: { requestId } }), 'request.not_found')
    expect((await concerned(listRequests, { query: { q: requestNo, state: 'ended' } })).items).toEqual([])
    const head = await world.as('complainthead')
    const view = await look(head, complaint.id)
    expect(view).toMatchObject({ recused: '是被投诉人的上级', can: [] })
    const body = { finding: 'ours' } as const
    await expectRefusal(head(checkComplaint, { params: { complaintId: complaint.id }, body }), 'complaint.recused')
  })
})
