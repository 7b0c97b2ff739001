import { addPapers, getClaim, getClaimTimeline } from '@anpei/contract/claims'
import { revokeProxy } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrange,
  expectRefusal,
  mandated,
  openWorld,
  testPeople,
  type Caller,
  type World,
} from '../../testing/index.ts'
import { hand, openClaim, part, photo } from './papers.fixture.ts'

describe('CLM-05 papers come in by any channel', () => {
  let world: World
  let service: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    claimId = await openClaim(service, testPeople.chen)
  })
  afterAll(() => world.close())
  const page = () => service(getClaim, { params: { claimId } })
  const stateOf = async (code: string) => (await page()).documents.find((item) => item.code === code)?.state
  const send = async (parts: Awaited<ReturnType<typeof part>>[], receivedAt: string | null = null) =>
    service(addPapers, { params: { claimId }, body: { channel: 'counter', receivedAt } }, { files: parts })

  it('puts several pages of one paper on the list, and starts no clock yet', async () => {
    await send([await part('medical_record', 'a.jpg'), await part('medical_record', 'b.jpg')])
    const item = (await page()).documents.find((one) => one.code === 'medical_record')
    expect(item).toMatchObject({
      state: 'received',
      papers: [{ channel: 'counter', files: [{ mediaType: 'image/jpeg' }, {}] }],
    })
    expect(item?.papers[0]?.files[0]?.fileName).toBe('病历-1.jpg')
    expect((await page()).requestedAt).toBeNull()
  })

  it('CLM-03 starts the legal clock with the signed request, from the time it reached us', async () => {
    world.clock.forward(3 * 3_600_000)
    await hand(service, claimId, ['application'], '2026-11-23T02:30:00.000Z')
    const { requestedAt, clocks } = await page()
    expect(requestedAt).toBe('2026-11-23T02:30:00.000Z')
    expect(clocks.find((clock) => clock.clockId === 'L01')).toMatchObject({ startedAt: '2026-11-23T02:30:00.000Z' })
    await hand(service, claimId, ['application'])
    expect((await page()).requestedAt).toBe('2026-11-23T02:30:00.000Z')
  })

  it('shows what fits no item of the list', async () => {
    const sheet = { field: 'file:other', file: await photo(), name: '出院带药.jpg' }
    await send([sheet])
    const found = (await page()).documents.find((one) => one.code === 'other')
    expect(found).toMatchObject({ title: '其他资料', required: false, state: 'received', papers: [{}] })
  })

  it('sees the same picture twice and says so, without refusing it', async () => {
    const file = await photo()
    await send([await part('expense_list', 'a.jpg', file)])
    await send([await part('expense_list', 'b.jpg', file)])
    const item = (await page()).documents.find((one) => one.code === 'expense_list')
    expect(item?.papers.flatMap((paper) => paper.files.flatMap((one) => one.warnings))).toContain(
      '同样的图片以前已经交过，不用再交。',
    )
  })

  it.each([
    [
      'a program named as a photo',
      () => part('medical_record', 'photo.jpg', new Blob([`MZ${'\0'.repeat(200)}`])),
      'file.name_lies',
    ],
    ['text', () => part('medical_record', 'note.txt', new Blob(['hello'])), 'file.type_not_allowed'],
    ['an empty file', () => part('medical_record', 'photo.jpg', new Blob([])), 'file.empty'],
    [
      'nine megabytes',
      () => part('medical_record', 'photo.jpg', new Blob([new Uint8Array(9 * 1024 * 1024)])),
      'file.too_large',
    ],
    ['a paper the claim does not need', () => part('spaceship'), 'papers.code_unknown'],
  ])('refuses %s and keeps nothing', async (_case, make, code) => {
    const before = (await page()).documents.flatMap((item) => item.papers).length
    await expectRefusal(send([await make()]), code)
    expect((await page()).documents.flatMap((item) => item.papers).length).toBe(before)
  })

  it('refuses times that cannot be, and a hand-in without a file', async () => {
    await expectRefusal(send([await part('ticket')]), 'papers.code_unknown')
    await expectRefusal(send([await part('medical_record')], '2026-12-01T00:00:00.000Z'), 'papers.received_in_future')
    await expectRefusal(
      send([await part('medical_record')], '2026-11-01T00:00:00.000Z'),
      'papers.received_before_report',
    )
    await expectRefusal(send([]), 'file.none')
  })

  it('CLM-04 one upload serves all later needs: an identity paper counts in the next claim of the person', async () => {
    await hand(service, claimId, ['payee_identity'])
    const next = await openClaim(service, testPeople.chen, { accident: { accidentOn: '2026-11-10' } })
    const { documents } = await service(getClaim, { params: { claimId: next } })
    expect(documents.find((item) => item.code === 'payee_identity')?.state).toBe('received')
    expect(documents.find((item) => item.code === 'medical_record')?.state).toBe('missing')
    expect(await stateOf('payee_identity')).toBe('received')
  })

  it('keeps a file that fits nowhere on the list, and writes each receipt into the timeline', async () => {
    await send([{ ...(await part('x')), field: 'files' }])
    const { entries } = await service(getClaimTimeline, { params: { claimId } })
    expect(entries.map((entry) => entry.name)).toContain('claim.papers_received')
    expect(entries.filter((entry) => entry.name === 'claim.requested')).toHaveLength(1)
  })

  it('is for those who may collect, and not visible to others', async () => {
    const finance = await world.as('finance1')
    await expectRefusal(hand(finance, claimId, ['medical_record']), 'request.not_permitted')
    await expectRefusal(hand(service, '00000000-0000-4000-8000-000000000000', ['medical_record']), 'request.not_found')
  })

  it('CUS-05 says who handed them in: the insured, a proxy on his consent, or somebody else', async () => {
    const { personId } = await page()
    const consent = { proxyName: '陈小明', relation: '子女', fromOn: '2026-11-01', toOn: '2027-10-31' }
    const takes = await mandated(service, personId, { ...consent, act: 'receive' })
    const hands = await mandated(service, personId, { ...consent, act: 'hand_in' })
    const bring = async (broughtBy: NonNullable<NonNullable<Sent<typeof addPapers>['body']>['broughtBy']>) =>
      service(
        addPapers,
        { params: { claimId }, body: { channel: 'counter', broughtBy } },
        { files: [await part('medical_record', 'a.jpg')] },
      )
    const name = consent.proxyName
    await expectRefusal(bring({ who: 'proxy', proxyId: takes.id, name }), 'customers.proxy_not_valid')
    await expectRefusal(bring({ who: 'proxy', proxyId: hands.id, name: '陈大明' }), 'customers.proxy_not_valid')
    await bring({ who: 'proxy', proxyId: hands.id, name })
    await bring({ who: 'other', name: '林阿妹', relation: '邻居' })
    const { entries } = await service(getClaimTimeline, { params: { claimId } })
    expect(entries.filter((one) => one.name === 'claim.papers_received').map((one) => one.by)).toEqual(
      expect.arrayContaining([
        '陈小明（子女）代办，凭书面委托（递交资料，2026-11-01至2027-10-31），李燕玲经办',
        '林阿妹（邻居）代办，没有登记委托，李燕玲经办',
        '李燕玲',
      ]),
    )
    const log = JSON.stringify(await arrange(world, `select facts from event where name = 'claim.papers_received'`))
    expect(log).not.toContain('林阿妹')
    await service(revokeProxy, { params: { proxyId: hands.id }, body: { reason: '本人收回' } })
    await expectRefusal(bring({ who: 'proxy', proxyId: hands.id, name }), 'customers.proxy_not_valid')
  })
})
