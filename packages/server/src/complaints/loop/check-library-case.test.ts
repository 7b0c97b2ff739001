import {
  checkLibraryCase,
  draftLibraryCase,
  getImprovement,
  getLibraryCase,
  listLibraryCases,
  reopenComplaint,
  supplementComplaint,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { closedCase, proposed } from './loop.fixture.ts'

const CASE = {
  title: '回访没有排班',
  happened: '没有人回访。',
  reason: '没有排定。',
  handled: '道歉。',
  lesson: '排定到人。',
}

describe('CMP-13 a second person lets a case into the library', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('never its writer; returned with a reason, written anew, found by everybody but whom it is about', async () => {
    const concernedIds = [await staffId(world, 'assessor1')]
    const complaintId = await closedCase(world, { concernedIds })
    const writer = await world.as('handler2')
    const draft = () => writer(draftLibraryCase, { params: { complaintId }, body: CASE })
    const { id: caseId } = await draft()
    const params = { caseId }
    await expectRefusal(writer(checkLibraryCase, { params, body: { publish: true } }), 'library.own_case')
    const second = await world.as('coordinator1')
    await expectRefusal(second(checkLibraryCase, { params, body: { publish: false } }), 'library.reason_missing')
    const reader = await world.as('service1')
    await expectRefusal(reader(getLibraryCase, { params }), 'request.not_found')
    await second(checkLibraryCase, { params, body: { publish: false, comment: '写明怎样预防。' } })
    await draft()
    await second(checkLibraryCase, { params, body: { publish: true } })
    await expectRefusal(draft(), 'lifecycle.not_possible')
    const found = await reader(listLibraryCases, { query: { q: '排定到人' } })
    expect(found).toMatchObject({ total: 1, items: [{ id: caseId, stepWord: '回访' }] })
    expect((await reader(listLibraryCases, { query: { q: '没有这句话' } })).items).toEqual([])
    expect((await reader(getLibraryCase, { params })).checkedBy).toBe('肖婉清')
    const concerned = await world.as('assessor1')
    expect((await concerned(listLibraryCases, { query: {} })).items).toEqual([])
    await expectRefusal(concerned(getLibraryCase, { params }), 'request.not_found')
  })

  it('who came to light after it was written is looked for in the text as well before it enters', async () => {
    const complaintId = await closedCase(world)
    const happened = '吴泽伟没有接电话。'
    const { id: caseId } = await (await world.as('handler2'))(draftLibraryCase, {
      params: { complaintId },
      body: { ...CASE, happened },
    })
    const second = await world.as('coordinator1')
    await second(reopenComplaint, { params: { complaintId }, body: { reason: '家属又补充了情况' } })
    const concernedIds = [await staffId(world, 'assessor2')]
    await (await world.as('service1'))(supplementComplaint, { params: { complaintId }, body: { concernedIds } })
    const publishing = second(checkLibraryCase, { params: { caseId }, body: { publish: true } })
    expect((await expectRefusal(publishing, 'library.not_anonymous')).facts).toMatchObject({ marks: '姓名' })
  })

  it('who is named when the case is in the library already finds neither it nor the 整改 any more (CMP-05)', async () => {
    const complaintId = await closedCase(world)
    const improvementId = await proposed(world, complaintId)
    const body = { ...CASE, title: '回访拖了三周' }
    const { id: caseId } = await (await world.as('handler2'))(draftLibraryCase, { params: { complaintId }, body })
    const second = await world.as('coordinator1')
    await second(checkLibraryCase, { params: { caseId }, body: { publish: true } })
    const named = await world.as('deskhead')
    expect((await named(getLibraryCase, { params: { caseId } })).title).toBe(body.title)
    await second(reopenComplaint, { params: { complaintId }, body: { reason: '家属说是坐席主管拖的' } })
    const concernedIds = [await staffId(world, 'deskhead')]
    await (await world.as('service1'))(supplementComplaint, { params: { complaintId }, body: { concernedIds } })
    expect((await named(listLibraryCases, { query: { q: '三周' } })).items).toEqual([])
    await expectRefusal(named(getLibraryCase, { params: { caseId } }), 'request.not_found')
    await expectRefusal(named(getImprovement, { params: { improvementId } }), 'request.not_found')
    expect((await (await world.as('service1'))(getLibraryCase, { params: { caseId } })).title).toBe(body.title)
  })
})
