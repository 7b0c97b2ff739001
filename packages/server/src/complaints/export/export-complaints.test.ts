import { exportComplaints } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { complained } from '../complaints.fixture.ts'

describe('OPS-05, CUS-09 the complaints list as a file', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  async function bytes(caller: Caller, query: object): Promise<Buffer> {
    const file: unknown = await caller(exportComplaints, { query: { whose: 'all', ...query } })
    return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  }
  const lines = async (caller: Caller, query: object = {}) =>
    (await bytes(caller, { format: 'csv', ...query })).toString('utf8').trim().split('\r\n')

  it('holds a row for each as the list does, without telephones, entered and marked', async () => {
    const service = await world.as('service1')
    const phone = '13800006601'
    const made = await complained(service, { complainant: { name: '陈一', phone } })
    for (const name of ['陈二', '陈三']) await complained(service, { complainant: { name, phone: '13800006602' } })
    const head = await world.as('complainthead')
    const all = await lines(head)
    expect(all).toHaveLength(4)
    expect(all[0]).toContain('投诉编号,状态,投诉人')
    expect(all.join()).toContain(made.complaintNo)
    expect(all.join()).not.toContain(phone)
    // Times as people here read them, the end of a day as its 24:00.
    expect(all[1]).toMatch(/,2026-11-\d\d \d\d:\d\d,2026-11-\d\d 24:00$/)
    expect(await lines(head, { q: phone })).toHaveLength(2)
    expect((await bytes(head, { format: 'xlsx' })).subarray(0, 2).toString()).toBe('PK')
    const entered = await arrange(world, `select what, row_count from export_record where what = 'complaints'`)
    expect(entered).toHaveLength(3)
  })

  it('CMP-05: whoever is complained about finds no row of it', async () => {
    const concernedIds = [await staffId(world, 'handler1')]
    const made = await complained(await world.as('service1'), { concernedIds })
    expect((await lines(await world.as('handler2'))).join()).toContain(made.complaintNo)
    expect((await lines(await world.as('handler1'))).join()).not.toContain(made.complaintNo)
    await expectRefusal(bytes(await world.as('sponsor'), {}), 'request.not_permitted')
  })

  it('refuses more than five thousand rows', async () => {
    const names = (
      await arrange(
        world,
        `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
         where table_name = 'complaint' and is_generated = 'NEVER' and column_name not in ('id', 'complaint_no')`,
      )
    )[0]?.['names']
    await arrange(
      world,
      `insert into complaint (id, complaint_no, ${String(names)})
       select gen_random_uuid(), 'X' || n, ${String(names)}
       from generate_series(1, 5000) n, (select * from complaint limit 1) c`,
    )
    await expectRefusal(bytes(await world.as('complainthead'), {}), 'complaint.export_too_long')
  })
})
