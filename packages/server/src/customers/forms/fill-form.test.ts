import { decideFormStep, fillForm, listFilledForms, personTimeline, startForm } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-03 capture and assessment', () => {
  let world: World
  let service: Caller
  let personId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    personId = await personIdOf(world, 'chen')
  })
  afterAll(() => world.close())

  it('asks only for what we do not hold, and carries the request it is for', async () => {
    const params = { personId, form: 'information_capture' } as const
    const { definition, held } = await service(startForm, { params })
    expect(held).toMatchObject({ name: '陈秀英', phone: '138****0001' })
    const subject = { kind: 'desk_request', id: newId() }
    const fill = (answers: Record<string, string>, version = definition.version) =>
      service(fillForm, { params, body: { version, answers, subject } })
    await expectRefusal(fill({ role: 'family' }), 'customers.form_answer')
    await expectRefusal(fill({ role: 'family', question: '能赔吗' }, 9), 'customers.form_replaced')
    const filled = await fill({ role: 'family', question: '摔伤能赔多少', name: '冒名' })
    expect(filled.steps).toMatchObject([{ step: 'check_mandate', decision: null }])
    expect(filled.answers).toContainEqual({ label: '姓名', answer: '陈秀英' })
    expect(filled.answers).toContainEqual({ label: '在保单中的身份', answer: '家属' })
    expect(JSON.stringify(filled)).not.toContain('13800000001')
    const found = await service(listFilledForms, { params: { personId }, query: { subjectId: subject.id } })
    expect(found.forms.map((one) => one.id)).toEqual([filled.id])
  })

  it('proposes steps that a person accepts, or declines with a reason, once', async () => {
    const params = { personId, form: 'information_assessment' } as const
    const answers = { understanding: 'little', familiarity: 'known', clarity: 'clear', mobility: 'no' }
    const filled = await service(fillForm, { params, body: { version: 1, answers } })
    expect(filled.steps.map((one) => one.word)).toEqual(['再讲解一遍', '上门服务'])
    const decide = (
      step: 'explain_again' | 'home_visit',
      body: { decision: 'accepted' | 'declined'; reason?: string },
    ) => service(decideFormStep, { params: { filledId: filled.id, step }, body })
    await expectRefusal(decide('home_visit', { decision: 'declined' }), 'customers.form_reason_missing')
    await decide('home_visit', { decision: 'declined', reason: '女儿会来网点' })
    const done = await decide('explain_again', { decision: 'accepted' })
    expect(done).toMatchObject({ can: [], steps: [{ decision: 'accepted' }, { reason: '女儿会来网点' }] })
    await expectRefusal(decide('home_visit', { decision: 'accepted' }), 'customers.form_step_decided')
    const { items } = await service(personTimeline, { params: { personId }, query: { kind: 'request' } })
    expect(items.map((one) => one.title)).toEqual(expect.arrayContaining(['填写信息评估', '采纳建议：再讲解一遍']))
  })
})
