import { createReport, listReports } from '@anpei/contract/claims'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorker } from '../jobs/index.ts'
import { startEmbedded, type Embedded } from '../embedded/index.ts'
import { startProduct, type Product } from './product.ts'
import { prepareTemplate } from './template.ts'
import { type Caller, expectRefusal, testPeople, told } from './index.ts'

describe('OPS-01 the database is restarted in mid-request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-restart-'))
  let database: Embedded
  let product: Product
  let service: Caller
  const start = (port?: number) =>
    startEmbedded({
      folder: join(folder, 'db'),
      log: () => undefined,
      throwaway: true,
      freeSpace: { first: 0, later: 0 },
      ...(port === undefined ? {} : { port }),
    })
  beforeAll(async () => {
    database = await start()
    const ring = await prepareTemplate(database.ownerUrl)
    product = await startProduct({ url: database.url, ring, folder: join(folder, 'files') })
    service = await product.as('service1')
  }, 120_000)
  afterAll(async () => {
    await product.kill()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(text: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  it('says that nothing was saved, keeps nothing half, and takes the same request once when it is back', async () => {
    const key = 'report-while-restarting'
    const send = () => service(createReport, { body: { ...told(testPeople.chen), register: true } }, { key })
    await ask(`create function doze() returns trigger language plpgsql as
      $$ begin perform pg_sleep(60); return null; end $$`)
    await ask('create trigger doze after insert on report for each row execute function doze()')
    const lost = expectRefusal(send(), 'fault.database_away')
    const dozing = `select count(*)::int as n from pg_stat_activity where wait_event = 'PgSleep'`
    await expect.poll(async () => (await ask(dozing))[0]?.n, { timeout: 20_000 }).toBe(1)
    await database.stop()
    expect((await lost).message).toBe('数据库暂时连不上，您的操作没有保存，请稍后再试。')
    await expectRefusal(send(), 'fault.database_away')
    await expectRefusal(service(listReports, { query: {} }), 'fault.database_away')

    database = await start(Number(new URL(database.url).port))
    await ask('drop trigger doze on report')
    expect(
      await ask('select (select count(*)::int from report) as reports, (select count(*)::int from claim) as claims'),
    ).toEqual([{ reports: 0, claims: 0 }])
    const made = await send()
    expect(made.claims).toHaveLength(1)
    expect(await send()).toEqual(made)
    expect((await service(listReports, { query: {} })).items.map((one) => one.id)).toEqual([made.id])
  }, 120_000)

  it('a job under way then is noted as done, or as failed and tried again, once it is back', async () => {
    const under = new Map([
      ['done', Promise.withResolvers<undefined>()],
      ['failed', Promise.withResolvers<undefined>()],
    ])
    let begun = 0
    const handlers = new Map(
      [...under].map(([task, { promise }]) => [
        task,
        async () => {
          begun += 1
          await promise
        },
      ]),
    )
    const worker = await startWorker({
      ownerUrl: database.ownerUrl,
      handlers,
      concurrency: 2,
      onFault: () => undefined,
    })
    for (const task of under.keys()) await ask(`select graphile_worker.add_job('${task}', '{"tenantId": 1}')`)
    await expect.poll(() => begun, { timeout: 20_000 }).toBe(2)
    await database.stop()
    under.get('done')?.resolve(undefined)
    under.get('failed')?.reject(new Error('in the middle'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    database = await start(Number(new URL(database.url).port))
    const waiting = `select task_identifier as task, last_error as error, locked_by from graphile_worker.jobs
      where task_identifier in ('done', 'failed')`
    const failed = { task: 'failed', error: 'in the middle', locked_by: null }
    await expect.poll(() => ask(waiting), { timeout: 20_000 }).toEqual([failed])
    await worker.stop()
  }, 60_000)
})
