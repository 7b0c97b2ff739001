import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { askSupplement, getClaim, getLetterPdf, getPaperFile, judgePapers } from '@anpei/contract/claims'
import { findPersons, listProxies, proposePayee, revealPayee, revealPerson } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileKeepers } from '../app.ts'
import { ringFromJson, rotated, storeKeyRing, watchKeyRing, withoutKey, loadKeyRing } from '../crypto/index.ts'
import { decideKeyDrop, resealTenant, sealedColumns, usesOfKey } from '../custody/index.ts'
import { arrange, handedIn, mandated, opened, openWorld, testPeople, type Caller, type World } from './index.ts'

const OTHER_BYTES = /^(salt|.+_salt|sha256|hash|row_hashes|.+_hash)$/
const child = fileURLToPath(new URL('./reseal-child.ts', import.meta.url))

describe('CUS-08 the key ring turns while people work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-rotation-'))
  const keys = join(folder, 'keys.json')
  let world: World
  let service: Caller
  let assessor: Caller
  let claimId = ''
  let letterId = ''
  let fileId = ''
  let personId = ''
  let payeeId = ''

  beforeAll(async () => {
    storeKeyRing(keys, ringFromJson(inject('ring')))
    world = await openWorld(undefined, watchKeyRing(keys, undefined))
    ;[service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    claimId = await opened(service, testPeople.chen)
    await handedIn(service, claimId, ['application', 'medical_record'])
    const other = await opened(service, testPeople.zheng)
    await askForMore(other)
    letterId = (await assessor(getClaim, { params: { claimId: other } })).letters[0]?.id ?? ''
    await assessor(getLetterPdf, { params: { letterId } })
    const page = await assessor(getClaim, { params: { claimId } })
    personId = page.personId
    fileId = page.documents.flatMap((one) => one.papers).flatMap((paper) => paper.files)[0]?.id ?? ''
    const account = { holderName: testPeople.chen.name, relation: 'self' as const, account: '6228480402564890018' }
    payeeId = (await service(proposePayee, { params: { personId }, body: { ...account, bank: '农业银行' } })).id
    const given = { proxyName: '陈小明', relation: '儿子', phone: '13912345678', idNumber: '440524197008121037' }
    const proxy = { ...given, act: 'hand_in' as const }
    const span = { fromOn: '2026-11-01', toOn: '2027-10-31' }
    await mandated(service, personId, { ...proxy, ...span })
  })
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The request is in and good, everything else is asked for by letter. */
  async function askForMore(id: string): Promise<void> {
    await handedIn(service, id, ['application'])
    const params = { claimId: id }
    const { documents } = await service(getClaim, { params })
    const documentId = documents.find((one) => one.code === 'application')?.papers[0]?.id ?? ''
    const good = { real: true, complete: true, compliant: true }
    const verdicts = [{ documentId, verdict: 'accepted' as const, reason: '', checks: good }]
    await assessor(judgePapers, { params, body: { finish: false, verdicts } })
    const codes = documents.filter((one) => one.required && one.code !== 'application').map((one) => one.code)
    await assessor(askSupplement, { params, body: { items: codes.map((code) => ({ code, why: '作出决定需要' })) } })
  }

  async function everythingIsThere(): Promise<void> {
    for (const q of [testPeople.chen.idNumber, '13800000001', testPeople.chen.name]) {
      expect((await service(findPersons, { body: { q } })).items.map((one) => one.id)).toContain(personId)
    }
    const reason = '核对身份'
    expect((await service(revealPerson, { params: { personId }, body: { reason } })).idNumber).toBe(
      testPeople.chen.idNumber,
    )
    expect((await service(revealPayee, { params: { payeeId }, body: { reason } })).account).toBe('6228480402564890018')
    expect((await service(listProxies, { params: { personId } })).proxies[0]?.phoneMasked).toBe('139****5678')
    expect((await service(getPaperFile, { params: { fileId }, query: {} })).size).toBeGreaterThan(100)
    expect((await service(getLetterPdf, { params: { letterId } })).size).toBeGreaterThan(1000)
    expect((await service(getClaim, { params: { claimId } })).personName).toBe(testPeople.chen.name)
    expect(await world.as('underwriter1')).toBeDefined()
  }
  const ringNow = () => loadKeyRing(keys, undefined)
  const turn = () => storeKeyRing(keys, rotated(ringNow(), world.clock.now()))
  const usedBy = async (version: number) => {
    const uses = await usesOfKey(world.app, version)
    return uses.filter((use) => use.tenantId === 1).reduce((sum, use) => sum + use.count, 0)
  }

  it('knows every column of bytes: each is sealed by the convention, a hash or a salt', async () => {
    const columns = await arrange(
      world,
      `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'bytea'::regtype
          and not a.attisdropped order by 1, 2`,
    )
    const known = await world.app.pool.withTenant(1, ({ db }) => sealedColumns(db))
    const named = columns.filter(({ column }) => !OTHER_BYTES.test(String(column)))
    expect(named.map((one) => `${String(one.table)}.${String(one.column)}`)).toEqual(
      known.map((one) => `${one.table}.${one.column}`),
    )
    expect(known.length).toBeGreaterThan(18)
    expect(known.every((one) => one.key[0] === 'tenant_id')).toBe(true)
    const elsewhere = known.flatMap(({ table, saltBy }) => (saltBy.length > 0 ? [[table, saltBy.at(-1)?.table]] : []))
    expect(elsewhere).toEqual(
      expect.arrayContaining([
        ['claim_waiver', 'claim'],
        ['payee_account', 'person'],
      ]),
    )
    expect(elsewhere).toEqual(
      expect.arrayContaining([
        ['proxy', 'person'],
        ['setup_link', 'staff_user'],
      ]),
    )
  })

  it('refuses to replace anything but sealed columns', async () => {
    const replace = (column: string) =>
      world.app.pool.withTenant(1, ({ client }) =>
        client.query(`select replace_sealed('person', $1, '[]'::jsonb)`, [column]),
      )
    await expect(replace('id_hash')).rejects.toThrow('holds nothing sealed')
    await expect(replace('name')).rejects.toThrow('holds nothing sealed')
  })

  it('reads the old and seals with the new at once, in every running process', async () => {
    const before = await usedBy(1)
    turn()
    const late = world.app.vault(2)
    const elsewhere = watchKeyRing(keys, undefined)
    await everythingIsThere()
    await new Promise((resolve) => {
      setTimeout(resolve, 1100)
    })
    await opened(service, testPeople.lin)
    expect(await usedBy(2)).toBeGreaterThan(0)
    expect(await usedBy(1)).toBe(before)
    expect([late.currentVersion, elsewhere.ring().current]).toEqual([2, 2])
    expect(await decideKeyDrop(world.app, ringNow(), 1)).toEqual({ may: false, why: 'resting', minutes: 15 })
    world.clock.forward(16 * 60_000)
    expect(await decideKeyDrop(world.app, ringNow(), 1)).toMatchObject({ may: false, why: 'in_use' })
    expect(await decideKeyDrop(world.app, ringNow(), 2)).toEqual({ may: false, why: 'current' })
    expect(await decideKeyDrop(world.app, ringNow(), 9)).toEqual({ may: false, why: 'unknown' })
  })

  it('killed (kill -9) in the middle, it goes on where it stopped; nothing is lost', async () => {
    const start = await usedBy(1)
    const run = spawn(process.execPath, [child, world.url, world.app.folder, keys], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const line of createInterface(run.stdout)) if (Number(line.split(' ')[0]) >= 20) break
    const ended = once(run, 'exit')
    run.kill('SIGKILL')
    await ended
    const left = await usedBy(1)
    expect([left < start, left > 0]).toEqual([true, true])
    await everythingIsThere()
    const said: number[] = []
    const onProgress = (done: number) => said.push(done)
    const answer = await resealTenant(world.app, 1, { keepers: fileKeepers, onProgress })
    expect(answer.unreadable).toEqual([])
    expect(answer.done).toBe(left)
    expect(said.at(-1)).toBe(left)
    expect(await usedBy(1)).toBe(0)
    await everythingIsThere()
  })

  it('leaves a row that somebody is changing for the next pass and waits for nobody', async () => {
    turn()
    await world.app.pool.withTenant(1, async ({ client }) => {
      await client.query('begin')
      await client.query('update person set name = name where id = $1', [personId])
      await resealTenant(world.app, 1, { keepers: fileKeepers })
      expect((await usesOfKey(world.app, 2)).filter((use) => use.tenantId === 1)).toEqual([
        { tenantId: 1, where: 'person.sealed', count: 1 },
      ])
      await client.query('rollback')
    })
    await world.runJobs()
    await resealTenant(world.app, 1, { keepers: fileKeepers })
    expect(await usedBy(2)).toBe(0)
  })

  it('drops a key only when no row and no file of any tenant needs it', async () => {
    world.clock.forward(16 * 60_000)
    expect(await decideKeyDrop(world.app, ringNow(), 1)).toMatchObject({ may: false, why: 'in_use' })
    for (const tenantId of [2, 3]) await resealTenant(world.app, tenantId, { keepers: fileKeepers })
    for (const version of [1, 2]) {
      expect(await decideKeyDrop(world.app, ringNow(), version)).toEqual({ may: true })
      storeKeyRing(keys, withoutKey(ringNow(), version))
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 1100)
    })
    await everythingIsThere()
    expect([...ringNow().keys.keys()]).toEqual([3])
  })
})
