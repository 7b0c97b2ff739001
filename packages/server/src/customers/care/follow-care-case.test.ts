import { careBoard, listCareCharges, nameAdviser, personCharge } from '@anpei/contract/customers'
import { registerComplaint, tieComplaint, withdrawComplaint } from '@anpei/contract/complaints'
import { systemActor } from '@anpei/domain/kernel'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { arrange, expectRefusal, staffId, type Caller, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'
import { followCareCase } from './follow-care-case.ts'
import { tendCare } from './hand-over-care.ts'

const OPEN_COMPLAINTS = readFileSync(
  new URL('../../db/migrations/0065-open-complaints-cared/up.sql', import.meta.url),
  'utf8',
)

describe('CUS-04 an open complaint is a case, too', () => {
  let world: World
  let service: Caller
  let serial = 0
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  const chargeOf = async (personId: string, by = service) => (await by(personCharge, { params: { personId } })).charge
  const complain = async (personId: string | null, concernedIds: string[] = []) => {
    const complainant = { name: '陈投诉', phone: '13800011000' }
    const matter = { facts: `材料交了两个月没有人答复（${++serial}）。`, demand: '请尽快答复。' }
    const body = { channel: 'phone', complainant, matter, personId, concernedIds } as const
    const { id } = await service(registerComplaint, { body })
    await world.runJobs()
    return id
  }
  const withdraw = async (complaintId: string) => {
    const body = { channel: 'phone', text: '不投诉了' } as const
    await service(withdrawComplaint, { params: { complaintId }, body })
    await world.runJobs()
  }

  it('an elder who complains has an adviser until it is over', async () => {
    const chen = await personIdOf(world, 'chen')
    const id = await complain(chen)
    expect(await chargeOf(chen)).toMatchObject({
      adviser: { id: expect.any(String) },
      cases: [{ kind: 'complaint', id }],
    })
    await withdraw(id)
    expect(await chargeOf(chen)).toBeNull()
  })

  it('one open before complaints counted is found: who is due an adviser has one the next night', async () => {
    const wu = await personIdOf(world, 'wu')
    const id = await complain(wu)
    await arrange(world, 'delete from care_charge where person_id = $1', [wu])
    await arrange(world, 'delete from care_case where subject_id = $1', [id])
    for (const _run of ['first', 'again']) await arrange(world, OPEN_COMPLAINTS, [])
    const night = () => systemWrite(world.app, systemActor(1, 'nightly'), tendCare)
    await night()
    expect(await chargeOf(wu)).toMatchObject({ adviser: { id: expect.any(String) }, cases: [{ id }] })
    await night()
    expect(await arrange(world, 'select id from care_charge where person_id = $1', [wu])).toHaveLength(1)
    await withdraw(id)
    expect(await chargeOf(wu)).toBeNull()
  })

  it('one tied to its person later, or to another one, goes with it', async () => {
    const [wu, lin] = await Promise.all([personIdOf(world, 'wu'), personIdOf(world, 'lin')])
    const id = await complain(null)
    const tie = async (personId: string) => {
      const body = {
        personId,
        heard: ['name', 'home'] as const,
        reason: '核对了姓名和村居',
        representation: 'proxy' as const,
      }
      await service(tieComplaint, { params: { complaintId: id }, body: { ...body, heard: [...body.heard] } })
      await world.runJobs()
    }
    await tie(wu)
    expect(await chargeOf(wu)).toMatchObject({ cases: [{ id }] })
    await tie(lin)
    expect(await chargeOf(wu)).toBeNull()
    expect(await chargeOf(lin)).toMatchObject({ cases: [{ id }] })
    // It became a tip: nobody is named any more. And one that was merged and is separated again is open again.
    const follow = (name: string) => {
      world.clock.forward(60_000)
      const event = { id: '1', name, look: false, subjectKind: 'complaint', subjectId: id, at: world.clock.now() }
      const nobody = { personId: null, actorKind: 'staff', actorId: null, source: '', reason: null, facts: {} } as const
      return systemWrite(world.app, systemActor(1, 'test'), (tx) => followCareCase(tx, { ...event, ...nobody }))
    }
    await follow('complaint.ended')
    expect(await chargeOf(lin)).toBeNull()
    await follow('complaint.unmerged')
    expect(await chargeOf(lin)).toMatchObject({ cases: [{ id }] })
    await follow('complaint.ended')
  })

  it('CUS-11 whom it is about is not named adviser for it, and sees neither it nor the charge', async () => {
    const chen = await personIdOf(world, 'chen')
    const assessor = await world.as('assessor1')
    const [one, other] = await Promise.all(['assessor1', 'assessor2'].map((login) => staffId(world, login)))
    const id = await complain(chen, [one ?? '', other ?? ''])
    expect(await chargeOf(chen)).toMatchObject({ adviser: { name: '李燕玲' }, deputy: null, cases: [{ id }] })
    expect(await chargeOf(chen, assessor)).toBeNull()
    expect((await assessor(listCareCharges, { query: {} })).items).toEqual([])
    const held = async (by: Caller) => (await by(careBoard, {})).advisers.reduce((sum, { people }) => sum + people, 0)
    expect([await held(assessor), await held(service)]).toEqual([0, 1])
    expect((await service(careBoard, {})).unassigned).toBe(0)
    // Nor by hand, nor when the night finds somebody for whom has nobody.
    const chargeId = (await chargeOf(chen))?.id ?? ''
    const body = { adviserId: one ?? '', reason: '同乡' }
    await expectRefusal(
      (await world.as('head'))(nameAdviser, { params: { chargeId }, body }),
      'customers.not_an_adviser',
    )
    await world.app.pool.withTenant(1, ({ db }) =>
      db
        .updateTable('care_charge')
        .set({ adviser_id: null, deputy_id: one ?? '' })
        .where('id', '=', chargeId)
        .execute(),
    )
    await systemWrite(world.app, systemActor(1, 'nightly'), tendCare)
    expect(await chargeOf(chen)).toMatchObject({ adviser: { name: '李燕玲' }, deputy: null })
    const lin = await personIdOf(world, 'lin')
    const plain = await complain(lin)
    expect(await chargeOf(lin, assessor)).toMatchObject({ cases: [{ id: plain }] })
  })
})
