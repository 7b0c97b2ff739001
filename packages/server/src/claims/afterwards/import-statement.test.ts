import { importStatement } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { camt053 } from '../payments/bank-xml.fixture.ts'
import { overpaidCase, recoveryOf } from './recoveries.fixture.ts'

describe('CLM-16 CLM-12 money that came in is found in the statement', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('by the number in its text, once, as camt.053 or as a table; the rest is listed', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.chen)
    const finance = await world.as('finance1')
    const send = (text: string, name: string) =>
      finance(importStatement, {}, { files: [{ field: 'table', file: new Blob([text]), name }] })
    const xml = camt053([
      { side: 'CRDT', yuan: '20.00', reference: 'BK1', text: `退理赔款 ${recovery.recoveryNo} 谢谢` },
      { side: 'CRDT', yuan: '9.00', reference: 'BK2', text: '水费' },
      { side: 'CRDT', yuan: '9.00', reference: 'BK3', text: 'Z999999999999' },
      { side: 'DBIT', yuan: '20.00', reference: 'BK4', text: recovery.recoveryNo },
    ])
    expect(await send(xml, 'day.xml')).toMatchObject({
      rows: 2,
      entered: 1,
      repeated: 0,
      problems: [{ reference: 'BK3', text: '系统里没有这个追回号。' }],
    })
    expect(await send(xml.replace('水费', '电费'), 'day.xml')).toMatchObject({ entered: 0, repeated: 1 })
    const table = [
      '流水号,记账日期,贷方金额（元）,附言',
      `BK1,2026-11-19,20.00,${recovery.recoveryNo}`,
      `BK5,2026/11/20,40.00,${recovery.recoveryNo}`,
      `BK6,2026-11-20,0.01,${recovery.recoveryNo}`,
      'BK7,2026-11-20,,付出',
      '',
    ].join('\n')
    expect(await send(table, 'day.csv')).toMatchObject({
      rows: 3,
      entered: 1,
      repeated: 1,
      problems: [{ reference: 'BK6', text: '金额超过还应退回的数额，请核实后手工登记。' }],
    })
    expect(
      (await recoveryOf(world, one)).entries.map((entry) => [entry.reference, entry.amountFen, entry.state]),
    ).toEqual([
      ['BK1', 2000, 'waiting'],
      ['BK5', 4000, 'waiting'],
    ])
    await expectRefusal(finance(importStatement, {}), 'recovery.statement_missing')
    await expectRefusal(send('<Document/>', 'x.xml'), 'payment.return_unreadable')
  })
})
