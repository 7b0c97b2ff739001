import { answerDataRequest, closeDataRequest, getDataRequestFile } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { requested, verified } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const pdf = new Blob(['%PDF-1.4 回执\n%%EOF'])

describe('CUS-07 L13 the answer', () => {
  it('gives the reason of a refusal, ends the clock, keeps the proof of delivery, and is closed', async () => {
    const { id } = await requested(world, 'lin', 'copy')
    const params = { requestId: id }
    const compliance = await world.as('compliance')
    const body = { outcome: 'refused', answer: '无法核实您的身份，请带身份证来。', delivered: 'letter' } as const
    await expectRefusal(compliance(answerDataRequest, { params, body }), 'customers.request_reason_missing')
    const files = [{ field: 'proof', file: pdf, name: '挂号信回执.pdf' }]
    const refused = { ...body, refusal: 'not_identified' } as const
    const done = await compliance(answerDataRequest, { params, body: refused }, { files })
    expect(done).toMatchObject({ state: 'refused', dueAt: null, answeredBy: '钟奕彬', files: [{ what: 'proof' }] })
    const fileId = done.files[0]?.id ?? ''
    expect((await compliance(getDataRequestFile, { params: { requestId: id, fileId } })).size).toBe(pdf.size)
    expect((await compliance(closeDataRequest, { params })).state).toBe('closed')
  })

  it('says no more than was done, and restricts only what was to be deleted', async () => {
    const requestId = await verified(world, 'zheng', 'access')
    const compliance = await world.as('compliance')
    const answered = (outcome: 'granted' | 'restricted') =>
      compliance(answerDataRequest, { params: { requestId }, body: { outcome, answer: '见附件', delivered: 'mail' } })
    await expectRefusal(answered('granted'), 'customers.request_nothing_done')
    await expectRefusal(answered('restricted'), 'customers.request_not_restrictable')
  })
})
