import { getCallback, listCallbacks, takeCallback } from '@anpei/contract/callbacks'
import { giveConsent, withdrawConsent } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { arrange, expectRefusal } from '../testing/index.ts'
import { openCallbacks, owed, tries, type Desk } from './callbacks.fixture.ts'
import { callbackStanding, dropCallbacks } from './index.ts'

describe('CBK-01 CMP-10 a callback is owed', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const look = (callbackId: string, by = desk.head) => by(getCallback, { params: { callbackId } })

  it('once for a subject, occasion and round, however often it is said', async () => {
    const subject = { kind: 'complaint', id: newId() }
    const ids = await Promise.all([1, 2, 3].map(() => owed(desk, { subject })))
    expect(new Set(ids).size).toBe(1)
    const again = await owed(desk, { subject, round: 2 })
    expect(again).not.toBe(ids[0])
    const { items } = await desk.head(listCallbacks, { query: { subjectId: subject.id } })
    expect(items.map((item) => item.id).sort()).toEqual([String(ids[0]), again].sort())
  })

  it('spread over those who call, by what each has open', async () => {
    const owners = new Set<string>()
    for (let i = 0; i < 4; i++) owners.add((await look(await owed(desk))).owner?.id ?? '')
    expect([...owners].sort()).toEqual([desk.clerk.id, desk.head.id].sort())
  })

  it('CMP-05 nobody who must stand aside is given it or sees it', async () => {
    const id = await owed(desk, { excluded: [desk.clerk.id] })
    expect((await look(id)).owner?.id).toBe(desk.head.id)
    await expectRefusal(look(id, desk.clerk), 'request.not_found')
    const { items } = await desk.clerk(listCallbacks, { query: { limit: 100 } })
    expect(items.map((item) => item.id)).not.toContain(id)
    const nobody = await look(
      await owed(desk, { excluded: [desk.clerk.id], onlyBy: [desk.clerk.id, desk.lead.id] }),
      desk.lead,
    )
    expect(nobody.owner).toBeNull()
  })

  it('CMP-12 a sealed one is seen by those who are named, and by nobody on the line of a person', async () => {
    const id = await owed(desk, { personId: desk.chen, onlyBy: [desk.head.id] })
    await expectRefusal(look(id, desk.clerk), 'request.not_found')
    expect(await look(id)).toMatchObject({ owner: { id: desk.head.id } })
    const events = await arrange(desk.world, 'select person_id from event where subject_id = $1 and not look', [id])
    expect(events.map((event) => event['person_id'])).toEqual([null])
  })

  it('CUS-06 who took the consent to satisfaction calls back is not called after a claim', async () => {
    const files = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]
    const body = { purpose: 'satisfaction', givenHow: 'paper', fromOn: '2026-11-23' } as const
    const given = await desk.clerk(giveConsent, { params: { personId: desk.chen }, body }, { files })
    const before = await owed(desk, { personId: desk.chen, occasion: 'claim_ended' })
    const consentId = given.consents[0]?.id ?? ''
    await desk.clerk(withdrawConsent, { params: { consentId }, body: { how: 'paper' } })
    const id = await owed(desk, {
      personId: desk.chen,
      occasion: 'claim_ended',
      subject: { kind: 'claim', id: newId() },
    })
    expect(await look(id)).toMatchObject({ state: 'dropped', dropReason: '客户已撤回满意度回访的同意', can: [] })
    const take = desk.clerk(takeCallback, { params: { callbackId: before } })
    await expectRefusal(take, 'customers.use_withdrawn')
    // A survey for its own sake needs a yes that stands; nobody ever asked this person.
    const survey = await owed(desk, { personId: desk.lin, occasion: 'quarterly' })
    expect(await look(survey)).toMatchObject({ state: 'dropped', dropReason: '客户没有同意满意度回访' })
    // What belongs to the complaint itself is asked nonetheless.
    expect((await look(await owed(desk, { personId: desk.chen }))).state).toBe('owed')
  })

  it('stands for whoever may not close before it was made, and is dropped with its subject', async () => {
    const subject = { kind: 'complaint', id: newId() }
    const stands = () => systemWrite(desk.world.app, systemActor(1, 'test'), (tx) => callbackStanding(tx, subject))
    expect(await stands()).toBeNull()
    const id = await owed(desk, { subject, excluded: [desk.head.id] })
    await desk.clerk(takeCallback, { params: { callbackId: id } })
    await tries(desk.clerk, id)
    expect(await stands()).toMatchObject({
      state: 'owed',
      distinctDays: 1,
      satisfied: null,
      attempts: [{ channel: 'phone', outcome: 'no_answer', evidence: 'call_log', dayPart: 'morning' }],
    })
    await systemWrite(desk.world.app, systemActor(1, 'test'), (tx) => dropCallbacks(tx, subject, '投诉撤回'))
    expect(await stands()).toBeNull()
  })
})
