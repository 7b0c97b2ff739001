import {
  answerCallback,
  checkCallbackCallee,
  getCallback,
  listPersonCallbacks,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import { getClaim, withdrawClaim } from '@anpei/contract/claims'
import { listClaimCallbacks } from '@anpei/contract/reporting'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oweCallback } from '../callbacks/index.ts'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, opened, openWorld, staffId, testPeople, type Caller, type World } from '../testing/index.ts'

const { chen } = testPeople

describe('CBK-01, CBK-02 what is owed to a family stands on the pages of claim and customer', () => {
  let world: World
  let clerk: Caller
  let assessor: Caller
  let claimId = ''
  let personId = ''
  beforeAll(async () => {
    world = await openWorld()
    clerk = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await opened(clerk, chen)
    personId = (await assessor(getClaim, { params: { claimId } })).personId
    await assessor(withdrawClaim, { params: { claimId }, body: { reason: '家属撤回' } })
    await world.runJobs()
  })
  afterAll(() => world.close())
  const ofClaim = async (by: Caller) => (await by(listClaimCallbacks, { params: { claimId } })).items
  const ofPerson = async (by: Caller) => (await by(listPersonCallbacks, { params: { personId } })).items

  it('what, by when, who, every try and the answers, also for the assessor, who calls nobody', async () => {
    const [owed] = await ofClaim(assessor)
    expect(owed).toMatchObject({ occasionWord: '赔案结束后', state: 'owed', dueOn: '2026-11-30', attempts: [] })
    const params = { callbackId: owed?.id ?? '' }
    await clerk(takeCallback, { params })
    const tried = { way: 'phone', note: '响了很久没有人接听' } as const
    await clerk(recordCallbackAttempt, { params, body: { ...tried, outcome: 'no_answer' } })
    await clerk(recordCallbackAttempt, {
      params,
      body: { ...tried, outcome: 'reached', note: '本人接的电话，说现在方便' },
    })
    const idTail = chen.idNumber.slice(-4)
    await clerk(checkCallbackCallee, { params, body: { callee: 'self', heard: ['name'], idTail } })
    const { script } = await clerk(getCallback, { params })
    const fine = script.questions.filter((one) => one.must).map((one) => [one.code, one.kind] as const)
    const answers = Object.fromEntries(
      fine.map(([code, kind]) => [code, { choice: kind === 'accident' ? 'no' : 'yes' }]),
    )
    await clerk(answerCallback, { params, body: { scriptCode: script.code, scriptVersion: script.version, answers } })
    const [whole] = await ofClaim(assessor)
    expect(whole).toMatchObject({ state: 'reached', owner: { name: '李燕玲' }, attempts: [{}, { way: 'phone' }] })
    expect(whole?.answers).toContainEqual({ question: '对这次理赔的服务，您满意吗？', answer: '满意' })
    expect((await ofPerson(clerk)).map((one) => one.id)).toEqual([whole?.id])
  })

  it('CMP-05 nothing of a call about a complaint is there for whoever is concerned', async () => {
    const concerned = await staffId(world, 'deskhead')
    const about = (kind: string, id: string, excluded: string[]) =>
      systemWrite(world.app, systemActor(1, 'test'), (tx) =>
        oweCallback(tx, {
          occasion: kind === 'claim' ? 'quality_finding' : 'complaint_closed',
          subject: { kind, id },
          about: 'T261100000099',
          personId,
          dueOn: '2026-12-02',
          excluded,
        }),
      )
    await about('complaint', newId(), [concerned])
    await about('claim', claimId, [await staffId(world, 'assessor1')])
    expect((await ofPerson(clerk)).map((one) => one.occasion)).toContain('complaint_closed')
    expect((await ofPerson(await world.as('deskhead'))).map((one) => one.occasion)).not.toContain('complaint_closed')
    expect((await ofClaim(clerk)).map((one) => one.occasion)).toContain('quality_finding')
    expect((await ofClaim(assessor)).map((one) => one.occasion)).toEqual(['claim_ended'])
  })

  it('not of a claim outside one’s own scope', async () => {
    const params = { claimId: '01936f00-0000-7000-8000-000000000001' }
    await expectRefusal(assessor(listClaimCallbacks, { params }), 'request.not_found')
  })
})
