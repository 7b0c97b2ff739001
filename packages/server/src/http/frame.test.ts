import { addPapers, cancelReport, getClaim, getReport, listClaims, takeClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  report,
  staffId,
  testPeople,
  type World,
} from '../testing/index.ts'

describe('OPS-01 the frame every request runs in', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const cancel = (reportId: string, key: string, reason = '误报') =>
    service(cancelReport, { params: { reportId }, body: { reason } }, { key })
  const eventsOf = async (id: string, name: string) =>
    (await arrange(world, 'select 1 from event where subject_id = $1 and name = $2', [id, name])).length

  it('lets no foreign script in; a PDF or a recording that the page fetched itself is seen and heard', async () => {
    const { headers } = await world.server.inject({ url: '/api/nothing' })
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self';.* media-src 'self' blob:; object-src blob:; .*frame-ancestors 'self'/,
    )
  })

  it('does once what is sent five times at once with one key, and answers all the same', async () => {
    const { id } = await report(service, testPeople.chen)
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(id, 'five-at-once')))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await eventsOf(id, 'report.cancelled')).toBe(1)
  })

  it('refuses a key that was used for something else, and a request without one', async () => {
    const { id } = await report(service, testPeople.lin)
    await cancel(id, 'the-same-key')
    await expectRefusal(cancel(id, 'the-same-key', '另一个原因'), 'request.key_reused')
    await expectRefusal(cancel(id, ''), 'request.key_missing')
    await expectRefusal(cancel(id, 'short'), 'request.key_missing')
  })

  it('keeps no refusal: the same key succeeds once what stood in the way is gone', async () => {
    const claimId = await opened(service, testPeople.wu)
    const take = async () =>
      (await world.as('assessor1'))(takeClaim, { params: { claimId } }, { key: 'try-until-free' })
    await arrange(world, 'update claim set owner_id = $1 where id = $2', [await staffId(world, 'assessor2'), claimId])
    await expectRefusal(take(), 'claim.taken')
    await arrange(world, 'update claim set owner_id = null where id = $1', [claimId])
    const first = await take()
    expect(await take()).toEqual(first)
    expect(await eventsOf(claimId, 'claim.taken')).toBe(1)
  })

  it('refuses a photo of nine megabytes and keeps nothing of it', async () => {
    const claimId = await opened(service, testPeople.zheng)
    const files = [
      { field: 'file:application', file: new Blob([Buffer.alloc(9 * 1024 * 1024, 1)]), name: 'IMG_0001.jpg' },
    ]
    const problem = await expectRefusal(
      service(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files }),
      'file.too_large',
    )
    expect(problem.message).toContain('8 MB')
    const { documents } = await service(getClaim, { params: { claimId } })
    expect(documents.flatMap((item) => item.papers)).toEqual([])
  })

  it('answers broken JSON, an unknown route and a wrong field with JSON that says so', async () => {
    const send = (url: string, payload: string) =>
      world.server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } })
    const broken = await send('/api/reports', '{"statedName": ')
    expect([broken.statusCode, broken.json()]).toMatchObject([400, { code: 'request.malformed' }])
    const unknown = await send('/api/no-such-thing', '{}')
    expect([unknown.statusCode, unknown.json()]).toMatchObject([
      404,
      { code: 'request.not_found', message: '没有找到，或者您无权查看。' },
    ])
    const english = await world.server.inject({
      method: 'GET',
      url: '/api/no-such-thing',
      headers: { 'accept-language': 'en-GB' },
    })
    expect(english.json()).toMatchObject({ message: 'Not found, or not yours to see.' })
    await expectRefusal(service(listClaims, { query: { limit: 1000 } }), 'request.malformed')
    // A mistyped address is no form with a field to be corrected.
    await expectRefusal(service(getClaim, { params: { claimId: 'abc' } }), 'request.not_found')
  })

  it('ORG-04 asks to sign in again when the session has run out', async () => {
    const assessor = await world.signIn('assessor1')
    const before = world.clock.now()
    world.clock.forward(13 * 3_600_000)
    await expectRefusal(assessor(listClaims, { query: {} }), 'request.sign_in_first')
    await expectRefusal(
      world.with({ cookie: 'anpei_session=made-up' })(listClaims, { query: {} }),
      'request.sign_in_first',
    )
    world.clock.set(before)
  })

  it('ORG-08 has the look in the log before the answer; where it cannot be written nothing is shown', async () => {
    const claimId = await opened(service, testPeople.huang)
    await service(getClaim, { params: { claimId } })
    expect(await eventsOf(claimId, 'personal_data.looked_at')).toBe(1)
    await arrange(
      world,
      `create function no_looks() returns trigger language plpgsql as
      $$ begin if new.look then raise exception 'the log is closed'; end if; return new; end $$;
      create trigger no_looks before insert on event for each row execute function no_looks()`,
    )
    const problem = await expectRefusal(service(getClaim, { params: { claimId } }), 'fault.unexpected')
    expect(JSON.stringify(problem)).not.toContain('黄锡坤')
    expect(problem.message).toContain(problem.reference)
    await arrange(world, 'drop trigger no_looks on event')
    expect((await service(getClaim, { params: { claimId } })).id).toBe(claimId)
  })

  it('says that the disk is full, and has written nothing', async () => {
    const { id } = await report(service, testPeople.zhang)
    await arrange(
      world,
      `create function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger no_space before insert on idempotency for each row execute function no_space()`,
    )
    const problem = await expectRefusal(cancel(id, 'no-space-left'), 'storage.full')
    expect(problem.message).toContain('没有保存')
    await arrange(world, 'drop trigger no_space on idempotency')
    expect((await service(getReport, { params: { reportId: id } })).state).toBe('draft')
    expect((await cancel(id, 'no-space-left')).state).toBe('cancelled')
  })

  it('OPS-03 the database goes away in mid-request: 503 in words, nothing half written', async () => {
    const { id } = await report(service, { name: '没有登记的人', idNumber: '' })
    const holder = new pg.Client({ connectionString: world.url })
    await holder.connect()
    try {
      await holder.query('begin')
      await holder.query('select 1 from report where id = $1 for update', [id])
      const waiting = cancel(id, 'in-mid-request')
      const outcome = expectRefusal(waiting, 'fault.database_away')
      for (let ended = 0; ended === 0; ) {
        const { rowCount } = await holder.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`)
        ended = rowCount ?? 0
      }
      expect((await outcome).message).toBe('数据库暂时连不上，您的操作没有保存，请稍后再试。')
      await holder.query('rollback')
    } finally {
      await holder.end()
    }
    expect(await eventsOf(id, 'report.cancelled')).toBe(0)
    expect((await service(getReport, { params: { reportId: id } })).state).toBe('draft')
    expect((await cancel(id, 'in-mid-request')).state).toBe('cancelled')
  })
})
