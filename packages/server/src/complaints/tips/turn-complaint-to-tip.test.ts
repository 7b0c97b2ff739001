import {
  askComplaintExtension,
  contactComplainant,
  convertToComplaint,
  getComplaint,
  getTip,
  getTipFile,
  listComplaints,
  portalReadTip,
  turnComplaintToTip,
} from '@anpei/contract/complaints'
import { searchAudit } from '@anpei/contract/identity'
import { listPromiseCases } from '@anpei/contract/reporting'
import { getRequest, registerRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { complained, paper } from '../complaints.fixture.ts'
import { openCase, proposed } from '../solve/solve.fixture.ts'
import { ANSWERED_FOR } from './store-turned.ts'
import { latest, newCode, opened } from './tips.fixture.ts'

describe('CMP-12, CMP-05 a complaint that is a 举报', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is sealed from that moment: number, file, log, clocks and request are gone for everybody else', async () => {
    const [service, desk, admin] = [await world.as('service1'), await world.as('coordinator1'), await world.as('admin')]
    const { id: requestId } = await service(registerRequest, {
      body: { kind: 'complaint', channel: 'counter', contact: { name: '李柜面' }, text: '网点的人代领津贴' },
    })
    const { complaint } = await service(convertToComplaint, { body: { requestId } }, { files: [paper()] })
    const params = { complaintId: complaint.id }
    await service(contactComplainant, { params, body: { channel: 'phone', successful: true, text: '说是郭依琳' } })
    const code = newCode()
    const concernedIds = [await staffId(world, 'outlet1')]
    await desk(turnComplaintToTip, { params, body: { code, concernedIds } })
    for (const reader of [desk, service, await world.as('complainthead')]) {
      await expectRefusal(reader(getComplaint, { params }), 'request.not_found')
      const { items, total } = await reader(listComplaints, { query: { q: complaint.complaintNo, whose: 'all' } })
      expect([items, total]).toEqual([[], 0])
    }
    await expectRefusal((await world.as('deskhead'))(getRequest, { params: { requestId } }), 'request.not_found')
    for (const subjectId of [complaint.id, requestId])
      expect((await admin(searchAudit, { query: { subjectId } })).items).toEqual([])
    const cases = await (await world.as('complainthead'))(listPromiseCases, { params: { clockId: 'L06' }, query: {} })
    expect(JSON.stringify(cases)).not.toContain(complaint.id)
    const tip = await latest(world, code)
    const compliance = await world.as('compliance')
    await opened(compliance, tip.id)
    const view = await compliance(getTip, { params: { tipId: tip.id } })
    expect(view).toMatchObject({
      facts: '网点的人代领津贴',
      origin: `投诉 ${complaint.complaintNo}`,
      concerned: [{ name: '郭依琳' }],
    })
    expect(view.entries.map((entry) => entry.text)).toContain('联系投诉人：说是郭依琳')
    const file = view.entries.flatMap((entry) => entry.files)[0]
    await compliance(getTipFile, { params: { tipId: tip.id, fileId: file?.id ?? '' } })
    expect((await world.anyone(portalReadTip, { body: { code } })).state).toBe('received')
  })

  it('not once something was built on it: the page does not offer it, and the refusal says what it is', async () => {
    const head = await world.as('complainthead')
    const early = await openCase(world)
    expect((await head(getComplaint, { params: early.params })).can).toContain('toTip')
    await early.handler(askComplaintExtension, { params: early.params, body: { reason: '等医院答复' } })
    expect((await head(getComplaint, { params: early.params })).can).not.toContain('toTip')
    const body = { code: newCode() }
    const problem = await expectRefusal(
      head(turnComplaintToTip, { params: early.params, body }),
      'tip.complaint_too_far',
    )
    expect(problem.message).toContain('已有延期申请')
  })

  it('every table that points at a complaint goes with it or is asked about before', async () => {
    const pointing = await arrange(
      world,
      `select distinct conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid = 'complaint'::regclass`,
    )
    expect(pointing.map((row) => row.name).sort()).toEqual([...ANSWERED_FOR].sort())
  })

  it('not once a solution hangs on it, and not under a code that is in somebody’s hands', async () => {
    const head = await world.as('complainthead')
    const late = await openCase(world)
    await proposed(late)
    const body = { code: newCode() }
    await expectRefusal(head(turnComplaintToTip, { params: late.params, body }), 'tip.complaint_too_far')
    const [one, two] = [await complained(await world.as('service1')), await complained(await world.as('service1'))]
    await head(turnComplaintToTip, { params: { complaintId: one.id }, body })
    await expectRefusal(head(turnComplaintToTip, { params: { complaintId: two.id }, body }), 'request.key_reused')
  })
})
