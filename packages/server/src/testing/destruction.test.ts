import { askSupplement, getClaim, getLetterPdf, judgePapers } from '@anpei/contract/claims'
import {
  answerDataRequest,
  copyPersonalData,
  decideRetention,
  findPersons,
  getDataRequest,
  getPerson,
  getRetentionRun,
  giveConsent,
  listHolds,
  liftHold,
  proposeErasure,
  proposePayee,
  proposePersonChange,
  proposeRetention,
  receiveDataRequest,
  setHold,
  verifyDataRequest,
  withdrawConsent,
} from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalData } from '../personal-data.ts'
import { privacyJobs, useAllowed } from '../customers/index.ts'
import { systemWrite } from '../http/index.ts'
import { arrange, expectRefusal, handedIn, mandated, openWorld, report, testPeople, type World } from './index.ts'
import { whereIsLeft } from './where-is-left.ts'

const { chen } = testPeople
const ACCOUNT = '6228480402564890018'
const STORY = '在菜市场门口滑倒'
const HELPER = { name: '黄阿发', phone: '13912345678', idNumber: '440524197008121037' }

let world: World
let personId = ''
let claimId = ''
beforeAll(async () => {
  world = await openWorld()
  const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
  const told = await report(service, chen, { narrative: STORY }, { register: true })
  claimId = told.claims[0]?.id ?? ''
  await handedIn(service, claimId, ['application'])
  const page = await service(getClaim, { params: { claimId } })
  personId = page.personId
  const documentId = page.documents.find((one) => one.code === 'application')?.papers[0]?.id ?? ''
  const verdicts = [
    { documentId, verdict: 'accepted' as const, reason: '', checks: { real: true, complete: true, compliant: true } },
  ]
  await assessor(judgePapers, { params: { claimId }, body: { finish: false, verdicts } })
  const missing = page.documents.filter((one) => one.required && one.papers.length === 0).map((one) => one.code)
  await assessor(askSupplement, {
    params: { claimId },
    body: { items: missing.map((code) => ({ code, why: '作出决定需要' })) },
  })
  const { letters } = await assessor(getClaim, { params: { claimId } })
  await assessor(getLetterPdf, { params: { letterId: letters[0]?.id ?? '' } })
  const account = { holderName: chen.name, relation: 'self' as const, account: ACCOUNT, bank: '农业银行' }
  await service(proposePayee, { params: { personId }, body: account })
  const manager = await world.as('pm')
  await manager(proposePersonChange, {
    params: { personId },
    body: { particulars: { address: '潮南区峡山街道长兴路 8 号' }, reason: '搬家' },
  })
  const proxy = { proxyName: HELPER.name, relation: '邻居', phone: HELPER.phone, idNumber: HELPER.idNumber }
  await mandated(service, personId, { ...proxy, act: 'hand_in', fromOn: '2026-11-01', toOn: '2027-10-31' })
  await world.runJobs()
})
afterAll(() => world.close())

describe('CUS-07 L13 a request is checked, answered with what was done, and deletion destroys', () => {
  it('a copy of everything, then deletion on the wish of somebody whom nothing binds', async () => {
    const [service, compliance, gm] = await Promise.all([world.as('service1'), world.as('compliance'), world.as('gm')])
    const found = await arrange(world, `select id from person where name = $1 and erased_at is null`, [HELPER.name])
    const helperId = String(found[0]?.id)
    const ask = async (kind: 'copy' | 'delete') => {
      const body = { kind, asker: 'self', channel: 'phone', asks: '请办理', phone: HELPER.phone } as const
      const request = await service(receiveDataRequest, { params: { personId: helperId }, body })
      await service(verifyDataRequest, { params: { requestId: request.id }, body: { how: 'call_back', note: '' } })
      return request
    }
    const copy = await ask('copy')
    expect(copy.timeLeft?.unit).toBe('workingDay')
    const copied = await compliance(copyPersonalData, { params: { requestId: copy.id } })
    expect(copied.files.map((file) => file.what)).toEqual(['copy', 'table'])

    const wish = await ask('delete')
    const params = { requestId: wish.id }
    await expectRefusal(
      compliance(answerDataRequest, { params, body: { outcome: 'granted', answer: '已删除', delivered: 'phone' } }),
      'customers.request_nothing_done',
    )
    const proposed = await compliance(proposeErasure, { params })
    await expectRefusal(compliance(proposeErasure, { params }), 'customers.retention_waiting')
    await gm(decideRetention, { params: { runId: proposed.runId ?? '' }, body: { approve: true } })
    await world.runJobs()
    const gone = await compliance(getDataRequest, { params })
    expect(gone).toMatchObject({ personName: '（已销毁）', runWord: '已销毁' })
    const answered = await compliance(answerDataRequest, {
      params,
      body: { outcome: 'granted', answer: '已删除', delivered: 'phone' },
    })
    expect(answered).toMatchObject({ state: 'answered', dueAt: null, askerName: '', phoneMasked: '' })
    const left = await arrange(world, `select answer from idempotency where answer like '%' || $1 || '%'`, [
      HELPER.name,
    ])
    expect(left).toEqual([])
    expect(world.faults).toEqual([])
  })
})

describe('CUS-10 destruction leaves nothing readable', () => {
  async function filesOf(person: string): Promise<string[]> {
    const rows = await arrange(
      world,
      `select f.id from document d join stored_file f on f.id = any(d.file_ids) where d.person_id = $1
        union select id from letter where person_id = $1`,
      [person],
    )
    const found = await Promise.all(
      rows.map(async ({ id }) => ({ id: String(id), has: await world.app.files.has(1, String(id)) })),
    )
    return found.filter((one) => one.has).map((one) => one.id)
  }

  async function lookUps(): Promise<string[]> {
    const vault = world.app.vault(1)
    return [
      vault.lookupHash('id_number', chen.idNumber).toString('hex'),
      vault.lookupHash('phone', chen.phone ?? '').toString('hex'),
      vault.lookupHash('account', ACCOUNT).toString('hex'),
    ]
  }

  it('while cover and a case run nothing is due, and a request to delete is refused with the reason', async () => {
    const [service, compliance] = await Promise.all([world.as('service1'), world.as('compliance')])
    await expectRefusal(compliance(proposeRetention, { body: { class: 'person' } }), 'customers.retention_nothing_due')
    const asked = { kind: 'delete', asker: 'self', channel: 'counter', asks: '请删除我的资料' } as const
    const request = await service(receiveDataRequest, { params: { personId }, body: asked })
    const params = { requestId: request.id }
    await service(verifyDataRequest, { params, body: { how: 'id_card', note: '' } })
    await expectRefusal(compliance(proposeErasure, { params }), 'customers.retention_open')
    await arrange(world, `update claim set state = 'closed', closed_at = '2026-12-20T02:00:00Z' where id = $1`, [
      claimId,
    ])
    await arrange(world, `update report set state = 'registered' where person_id = $1`, [personId])
    await arrange(world, `update cover_period set to_on = greatest(from_on, '2026-12-31') where to_on is null`)
    await expectRefusal(compliance(proposeErasure, { params }), 'customers.retention_binds')
    const answer = {
      outcome: 'restricted',
      answer: '依法保存至 2036 年，停止其他使用。',
      delivered: 'counter',
    } as const
    const done = await compliance(answerDataRequest, { params, body: answer })
    expect(done).toMatchObject({ state: 'answered', outcome: 'restricted', timeLeft: null })
    const allowed = (use: 'satisfaction_survey' | 'care_reminder' | 'case_notice') =>
      systemWrite(world.app, systemActor(1, 'test'), (tx) => useAllowed(tx, personId, use))
    expect(await allowed('satisfaction_survey')).toMatchObject({ ok: false, code: 'customers.use_restricted' })
    expect(await allowed('case_notice')).toMatchObject({ ok: true })
    const agreed = { purpose: 'satisfaction', givenHow: 'paper', fromOn: '2026-11-23' } as const
    const proof = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]
    const given = await service(giveConsent, { params: { personId }, body: agreed }, { files: proof })
    expect(given).toMatchObject({ may: true, restricted: false })
    expect(await allowed('satisfaction_survey')).toMatchObject({ ok: true })
    expect(await allowed('care_reminder')).toMatchObject({ ok: false, code: 'customers.use_restricted' })
    const consentId = given.consents[0]?.id ?? ''
    const taken = await service(withdrawConsent, { params: { consentId }, body: { how: 'paper' } })
    expect(taken).toMatchObject({ may: false, restricted: true })
    expect(await allowed('satisfaction_survey')).toMatchObject({ ok: false, code: 'customers.use_restricted' })
    expect(await whereIsLeft(world, [STORY])).toContain(`claim.sealed: ${STORY}`)
  })

  it('the list waits for a second person; a hold spares; what is approved is gone, with proof', async () => {
    world.clock.set('2037-01-15T02:00:00.000Z')
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const held = (await compliance(findPersons, { body: { q: testPeople.lin.idNumber } })).items[0]?.id ?? ''
    const hold = await compliance(setHold, { params: { personId: held }, body: { matter: '诉讼未结' } })
    const run = await compliance(proposeRetention, { body: { class: 'person' } })
    expect(run).toMatchObject({ state: 'proposed', can: [] })
    await expectRefusal(compliance(proposeRetention, { body: { class: 'person' } }), 'customers.retention_waiting')
    const params = { runId: run.id }
    const { items } = await compliance(getRetentionRun, { params, query: { limit: 100 } })
    expect(items).toContainEqual(expect.objectContaining({ subjectId: personId, endedOn: '2026-12-31' }))
    expect(items.map((one) => one.subjectId)).not.toContain(held)
    await expectRefusal(
      compliance(decideRetention, { params, body: { approve: true } }),
      'customers.retention_four_eyes',
    )
    const before = await filesOf(personId)
    expect(before.length).toBeGreaterThan(2)
    await gm(decideRetention, { params, body: { approve: true } })

    // Killed between the rows and the files of the first person: the next run goes on.
    const broken = { ...world.app, files: { ...world.app.files, remove: () => Promise.reject(new Error('killed')) } }
    const destroy = new Map(privacyJobs(broken, personalData)).get('customers.destroy')
    await expect(destroy?.({ tenantId: 1, runId: run.id })).rejects.toThrow('killed')
    const [half] = await arrange(world, `select count(*)::int as n from retention_item where state = 'emptied'`)
    expect(half?.n).toBe(1)
    await world.runJobs()

    const words = [chen.name, chen.idNumber, chen.phone ?? '', ACCOUNT, STORY, '邻居', '长兴路', ...(await lookUps())]
    expect(await whereIsLeft(world, words)).toEqual([])
    expect(await filesOf(personId)).toEqual([])
    for (const id of before) expect(await world.app.files.has(1, id)).toBe(false)
    const done = await gm(getRetentionRun, { params, query: { limit: 100 } })
    expect(done.run).toMatchObject({ state: 'done', destroyedCount: items.length, sparedCount: 0 })
    expect(done.run.proofHash).toMatch(/^[0-9a-f]{64}$/)
    const proof = done.items.find((one) => one.subjectId === personId)
    expect(proof).toMatchObject({ name: '', state: 'destroyed', proof: { rows: { person: 1, claim: 1 } } })

    const lifted = await compliance(liftHold, { params: { holdId: hold.id }, body: { reason: '结案' } })
    expect(lifted.liftedAt).not.toBe(null)
    await expectRefusal(
      compliance(liftHold, { params: { holdId: hold.id }, body: { reason: '结案' } }),
      'customers.hold_lifted_before',
    )
    const holds = await compliance(listHolds, { params: { personId: held } })
    expect(holds).toMatchObject({ keptUntil: '2036-12-31', holds: [{ matter: '诉讼未结', can: [] }] })
  })

  it('what is left opens without a fault: sums, codes, days', async () => {
    const service = await world.as('service1')
    expect((await service(findPersons, { body: { q: chen.name } })).items).toEqual([])
    expect(await service(getPerson, { params: { personId } })).toMatchObject({ name: '（已销毁）', idNumberMasked: '' })
    expect(await service(getClaim, { params: { claimId } })).toMatchObject({ state: 'closed' })
    expect(world.faults).toEqual([])
  })
})
