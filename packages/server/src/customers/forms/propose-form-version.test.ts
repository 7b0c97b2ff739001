import { fillForm, listFilledForms, listForms, proposeFormVersion } from '@anpei/contract/customers'
import { confirmChange } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-03 forms have versions, published by a second person', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('a filled form keeps the words of its own version', async () => {
    const [service, manager, head] = await Promise.all([world.as('service1'), world.as('pm'), world.as('head')])
    const personId = await personIdOf(world, 'lin')
    const answers = { understanding: 'clear', familiarity: 'known', clarity: 'clear', mobility: 'yes' }
    const params = { personId, form: 'information_assessment' } as const
    const fill = (version: number) => service(fillForm, { params, body: { version, answers } })
    await fill(1)

    const { forms } = await manager(listForms, {})
    const now = forms.find((one) => one.form === params.form)
    if (!now) throw new Error('no form')
    const propose = (definition: typeof now) =>
      manager(proposeFormVersion, { params: { form: params.form }, body: { definition } })
    await expectRefusal(propose(now), 'identity.nothing_changed')
    await expectRefusal(propose({ ...now, fields: [] }), 'customers.form_malformed')
    const fields = now.fields.map((one) => (one.code === 'clarity' ? { ...one, label: '诉求是否明确' } : one))
    const { changeId } = await propose({ ...now, fields })
    await expectRefusal(propose({ ...now, fields, title: '评估' }), 'identity.change_waiting')
    await expectRefusal(manager(confirmChange, { params: { id: changeId }, body: {} }), 'request.not_found')
    await head(confirmChange, { params: { id: changeId }, body: {} })

    await expectRefusal(fill(1), 'customers.form_replaced')
    await fill(2)
    const filled = (await service(listFilledForms, { params: { personId }, query: {} })).forms
    expect(filled.map((one) => [one.version, one.answers[2]?.label])).toEqual([
      [2, '诉求是否明确'],
      [1, '期望是否明确'],
    ])
  })
})
