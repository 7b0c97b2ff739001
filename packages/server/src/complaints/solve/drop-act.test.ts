import { dropAct } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-07 a promise that is no longer needed', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('is dropped by another person than the handler, with the reason', async () => {
    await told(of, { acts: [{ kind: 'letter', what: '补寄一份保单', dueOn: '2099-01-01' }] })
    const [act] = (await of.look()).proposals[0]?.acts ?? []
    const given = { params: { actId: act?.id ?? '' }, body: { reason: '客户说不用了' } }
    await expectRefusal(of.handler(dropAct, given), 'request.not_permitted')
    await of.head(dropAct, given)
    await expectRefusal(of.head(dropAct, given), 'lifecycle.not_possible')
    expect((await of.look()).proposals[0]?.acts).toMatchObject([{ state: 'dropped', proof: '客户说不用了' }])
  })
})
