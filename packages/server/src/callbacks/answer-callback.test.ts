import { answerCallback, getCallback, getCallbackFigures, listFollowUps, takeCallback } from '@anpei/contract/callbacks'
import { listPersonChanges } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, expectRefusal } from '../testing/index.ts'
import {
  AFTER_CLAIM,
  AFTER_COMPLAINT,
  identified,
  openCallbacks,
  said,
  taken,
  tries,
  type Desk,
} from './callbacks.fixture.ts'

type Body = NonNullable<Sent<typeof answerCallback>['body']>

describe('CBK-02 CMP-10 what was answered', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openCallbacks()
  })
  afterAll(() => desk.world.close())
  const answer = (callbackId: string, body: Body, by = desk.clerk) =>
    by(answerCallback, { params: { callbackId }, body })
  const afterClaim = () =>
    identified(desk, { personId: desk.chen, occasion: 'claim_ended', subject: { kind: 'claim', id: newId() } })

  it('nothing before somebody was reached and is known, and only the questions of now', async () => {
    const id = await taken(desk)
    await expectRefusal(answer(id, AFTER_COMPLAINT), 'callback.nobody_reached')
    await tries(desk.clerk, id, { outcome: 'reached' })
    await expectRefusal(answer(id, AFTER_COMPLAINT), 'callback.identity_first')
    const known = await identified(desk)
    await expectRefusal(answer(known, { ...AFTER_COMPLAINT, scriptVersion: 9 }), 'callback.script_changed')
    const open = { ...AFTER_COMPLAINT, answers: { ...AFTER_COMPLAINT.answers, kept: said('') } }
    await expectRefusal(answer(known, open), 'callback.question_open')
    const odd = { ...AFTER_COMPLAINT, answers: { ...AFTER_COMPLAINT.answers, kept: said('perhaps') } }
    await expectRefusal(answer(known, odd), 'callback.answer_unknown')
    const bare = { ...AFTER_COMPLAINT, answers: { ...AFTER_COMPLAINT.answers, satisfied: said('no') } }
    await expectRefusal(answer(known, bare), 'callback.detail_missing')
    await expectRefusal(answer(known, AFTER_COMPLAINT, desk.head), 'callback.not_yours')
  })

  it('whoever listens learns that a complainant is not satisfied; twice sent, it is said once', async () => {
    const id = await identified(desk)
    const answers = { ...AFTER_COMPLAINT.answers, satisfied: said('no', '答应的没有做到') }
    const both = await Promise.allSettled([1, 2].map(() => answer(id, { ...AFTER_COMPLAINT, answers })))
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const events = await arrange(
      desk.world,
      "select facts from event where name = 'callback.answered' and subject_id = $1",
      [id],
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.['facts']).toMatchObject({
      satisfied: 'no',
      occasion: 'complaint_closed',
      subjectKind: 'complaint',
      opened: ['dissatisfied'],
    })
    const view = await desk.head(getCallback, { params: { callbackId: id } })
    expect(view.answers).toContainEqual({
      question: '对处理结果和态度，您满意吗？',
      answer: '不满意：答应的没有做到',
    })
    await expectRefusal(desk.head(takeCallback, { params: { callbackId: id } }), 'lifecycle.not_possible')
  })

  it('a complainant who is not satisfied opens nothing beside the complaint, which is taken up again', async () => {
    const answers = { told: said('no', '没见到信'), clear: said('no', '不懂'), kept: said('no', '钱没到') }
    const { opened } = await answer(await identified(desk), {
      ...AFTER_COMPLAINT,
      answers: { ...AFTER_COMPLAINT.answers, ...answers, satisfied: said('no', '白等一场') },
    })
    expect(opened).toMatchObject([{ kind: 'dissatisfied', state: 'done', made: { kind: 'complaint' } }])
    expect(opened[0]?.parts.map((part) => part.text)).toEqual(['没见到信', '不懂', '钱没到', '白等一场'])
  })

  it('right contact data get their day; a changed telephone waits as a correction for a second person', async () => {
    await answer(await afterClaim(), AFTER_CLAIM)
    const id = await afterClaim()
    const before = await desk.clerk(getCallback, { params: { callbackId: id } })
    expect(before.verified).toEqual([
      { field: 'phone', at: desk.world.clock.now() },
      { field: 'address', at: desk.world.clock.now() },
    ])
    const answers = { ...AFTER_CLAIM.answers, phone: said('no', '13800009999') }
    const { opened } = await answer(id, { ...AFTER_CLAIM, answers })
    expect(opened).toMatchObject([{ kind: 'wrong_phone', state: 'done', made: { kind: 'change_request' } }])
    const checker = await desk.world.as('head')
    const { items } = await checker(listPersonChanges, { query: {} })
    expect(items.map((item) => item.id)).toContain(opened[0]?.made?.id)
    // A second one, while the first waits, stays with a person.
    const again = await answer(await afterClaim(), {
      ...AFTER_CLAIM,
      answers: { ...AFTER_CLAIM.answers, phone: said('no', '13800008888') },
    })
    expect(again.opened).toMatchObject([{ kind: 'wrong_phone', state: 'open', made: null }])
  })

  it('CLM-01 an accident becomes a report where enough was said, else it waits', async () => {
    const answers = { ...AFTER_CLAIM.answers, accident: said('yes') }
    const bare = await answer(await afterClaim(), { ...AFTER_CLAIM, answers })
    expect(bare.opened).toMatchObject([{ kind: 'accident', state: 'open' }])
    const accident = { accidentOn: '2026-11-21', cause: 'fall', kinds: ['hospital'], narrative: '在井边滑倒' } as const
    const { opened } = await answer(await afterClaim(), {
      ...AFTER_CLAIM,
      answers,
      accident: { ...accident, kinds: [...accident.kinds] },
    })
    expect(opened).toMatchObject([{ kind: 'accident', state: 'done', made: { kind: 'report' } }])
    const [report] = await arrange(desk.world, 'select channel, person_id from report where id = $1', [
      opened[0]?.made?.id,
    ])
    expect(report).toEqual({ channel: 'outreach', person_id: desk.chen })
  })

  it('CBK-02 the rate counts over what was due; what is open stands in the list of follow-ups', async () => {
    const figures = await desk.lead(getCallbackFigures, { query: { from: '2026-11-01', to: '2026-11-30' } })
    expect(figures).toMatchObject({ due: 9, reached: 7, onTime: 7, open: 2, exhausted: 0, satisfied: 5 })
    await expectRefusal(
      desk.lead(getCallbackFigures, { query: { from: '2026-12-01', to: '2026-11-30' } }),
      'request.malformed',
    )
    const { items } = await desk.clerk(listFollowUps, { query: {} })
    expect(items.map((item) => item.kind).sort()).toEqual(['accident', 'wrong_phone'])
  })
})
