import { createReport, getClaim, markAnxious } from '@anpei/contract/claims'
import { confirmPayee } from '@anpei/contract/customers'
import {
  portalAddPapers, portalClaim, portalLetterPdf, portalLetterText, portalLinkPerson, portalMyCases, portalNamePayee,
  portalPayees, portalWorking,
} from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { part, reviewed } from '../claims/papers.fixture.ts'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

const { chen, lin } = testPeople
const NOBODY = '01936f00-0000-7000-8000-000000000001'

describe('POR-03 CLM-14 a case as its family sees it', () => {
  let world: World
  let service: Caller
  let own: Caller
  let stranger: Caller
  let claimId: string
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    own = await familyOf(world, chen.phone)
    stranger = await familyOf(world, lin.phone)
    await own(portalLinkPerson, { body: { name: chen.name, idNumber: chen.idNumber } })
    await stranger(portalLinkPerson, { body: { name: lin.name, idNumber: lin.idNumber } })
    const opened = await service(createReport, { body: {
      statedName: chen.name, statedIdNumber: chen.idNumber, channel: 'hotline', register: true,
      reporter: { name: '陈小明', phone: '13900000000', relation: 'child' },
      accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
    } })
    claimId = opened.claims[0]?.id ?? ''
  })
  afterAll(() => world.close())

  it('shows the step, the papers that are missing, and no sum before a person decided', async () => {
    const claim = await own(portalClaim, { params: { claimId } })
    expect(claim).toMatchObject({ personName: chen.name, next: 'you_send_papers', turn: 'you', papersMissing: 7,
      payments: [], letters: [] })
    expect(claim.papers.find((paper) => paper.code === 'discharge_summary')).toMatchObject({
      state: 'missing', required: true })
    expect(claim.money).toMatchObject([{ state: 'open', payableFen: 0 }])
    expect(await own(portalWorking, { params: { claimId } })).toEqual({ decided: false, payableFen: 0, parts: [] })
  })

  it('is not there for somebody else, whatever is asked, and neither is a claim that does not exist', async () => {
    const files = [await part('application')]
    for (const id of [claimId, NOBODY]) {
      const params = { claimId: id }
      await expectRefusal(stranger(portalClaim, { params }), 'request.not_found')
      await expectRefusal(stranger(portalWorking, { params }), 'request.not_found')
      await expectRefusal(stranger(portalPayees, { params }), 'request.not_found')
      await expectRefusal(stranger(portalAddPapers, { params }, { files }), 'request.not_found')
      await expectRefusal(stranger(portalNamePayee, { params,
        body: { holderName: lin.name, relation: 'self', account: '6228480402564890018' } }), 'request.not_found')
    }
    await expectRefusal(stranger(portalLetterText, { params: { letterId: NOBODY } }), 'request.not_found')
    await expectRefusal(stranger(portalLetterPdf, { params: { letterId: NOBODY } }), 'request.not_found')
    expect((await stranger(portalMyCases, {})).cases).toEqual([])
  })

  it('lends the family no act of the staff', async () => {
    await expectRefusal(own(getClaim, { params: { claimId } }), 'request.not_permitted')
    await expectRefusal(own(markAnxious, { params: { claimId }, body: { anxious: true } }), 'request.not_permitted')
  })

  it('CLM-05 takes photos of papers, says until when somebody looks, and refuses what is no photo', async () => {
    const answer = await own(portalAddPapers, { params: { claimId } },
      { files: [await part('application'), await part('application'), await part('medical_record')] })
    // A Monday: the next working day is Tuesday.
    expect(answer).toMatchObject({ received: ['application', 'medical_record'], lookedAtByOn: '2026-11-24' })
    const { papers } = await own(portalClaim, { params: { claimId } })
    expect(papers.find((paper) => paper.code === 'medical_record')?.state).toBe('received')
    const seen = await service(getClaim, { params: { claimId } })
    expect(seen.requestedAt).toBe(world.clock.now())
    expect(seen.documents.find((item) => item.code === 'application')?.papers).toMatchObject([{
      channel: 'portal', files: [{}, {}] }])
    await expectRefusal(own(portalAddPapers, { params: { claimId } },
      { files: [await part('medical_record', 'a.exe', new Blob(['MZ program']))] }), 'file.type_not_allowed')
    await expectRefusal(own(portalAddPapers, { params: { claimId } }, { files: [] }), 'file.none')
  })

  it('CUS-05 takes the account of the insured person, which waits for two persons of the staff to see it', async () => {
    const name = (body: object) => own(portalNamePayee, { params: { claimId },
      body: { holderName: chen.name, relation: 'self', account: '6228480402564890018', ...body } })
    await expectRefusal(name({ holderName: '别的人' }), 'customers.payee_not_self')
    await expectRefusal(name({ account: '12' }), 'customers.account_length')
    const named = await name({})
    expect(named).toMatchObject({ state: 'waiting', holderName: chen.name })
    expect(named.accountMasked).not.toContain('6228480402564890018')
    const { payees } = await own(portalPayees, { params: { claimId } })
    expect(payees).toMatchObject([{ id: named.id, state: 'waiting' }])
    const head = await world.as('head')
    await head(confirmPayee, { params: { payeeId: named.id } })
    expect((await own(portalPayees, { params: { claimId } })).payees).toMatchObject([{ state: 'confirmed' }])
  })

  it('says when the step ends at the latest and by which promise, while it is our turn', async () => {
    await reviewed(service, await world.as('assessor1'), claimId)
    const claim = await own(portalClaim, { params: { claimId } })
    expect(claim).toMatchObject({ next: 'we_decide', turn: 'we', papersMissing: 0 })
    expect(claim.expected?.reason).not.toBe('')
    expect(claim.expected?.on).toMatch(/^2026-1[12]-\d\d$/)
    expect(claim.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'now', 'next'])
  })
})
