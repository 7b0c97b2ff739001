import { exportClaims } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, type Caller, expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'

describe('OPS-05 the claims list as a file', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    for (const person of [testPeople.chen, testPeople.lin]) await opened(service, person)
  })
  afterAll(() => world.close())
  async function bytes(caller: Caller, query: object): Promise<Buffer> {
    const file: unknown = await caller(exportClaims, { query })
    return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  }

  it('has a header and a masked row for each case, filtered like the list, with the look in the log', async () => {
    const lines = (await bytes(service, {})).toString('utf8').trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('赔案号,状态')
    expect(lines.join()).toContain('440524********0018')
    for (const { idNumber, phone } of [testPeople.chen, testPeople.lin]) {
      expect(lines.join()).not.toContain(idNumber)
      expect(lines.join()).not.toContain(phone)
    }
    expect((await bytes(service, { q: '玉兰' })).toString('utf8').trim().split('\r\n')).toHaveLength(2)
    const looks = await arrange(
      world,
      `select count(*)::int as n from event where look and facts ->> 'route' = 'exportClaims'`,
    )
    expect(looks).toEqual([{ n: 2 }])
  })

  it('comes as a workbook too', async () => {
    const file = await bytes(service, { format: 'xlsx' })
    expect(file.subarray(0, 2).toString()).toBe('PK')
  })

  it('ORG-05 holds only what the post may see', async () => {
    await arrange(
      world,
      `update claim set village_code = '440514002001' where person_id = (select id from person where name = '林玉兰')`,
    )
    const text = (await bytes(await world.as('liaison1'), {})).toString('utf8')
    expect(text).toContain('陈秀英')
    expect(text).not.toContain('林玉兰')
    await expectRefusal((await world.as('sponsor'))(exportClaims, { query: {} }), 'request.not_permitted')
  })

  it('refuses more than five thousand rows and says what to use instead', async () => {
    const columns = (
      await arrange(
        world,
        `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
      where table_name = 'claim' and is_generated = 'NEVER' and column_name not in ('id', 'claim_no', 'state',
        'closed_at')`,
      )
    )[0]?.names
    await arrange(
      world,
      `insert into claim (id, claim_no, state, closed_at, ${String(columns)})
      select gen_random_uuid(), 'X' || n, 'closed', received_at, ${String(columns)}
      from generate_series(1, 4999) n, (select * from claim limit 1) c`,
    )
    const problem = await expectRefusal(bytes(service, {}), 'claim.export_too_long')
    expect(problem.message).toContain('5000')
    expect((await bytes(service, { state: 'open' })).toString('utf8').trim().split('\r\n')).toHaveLength(3)
  })
})
