import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { proposePayee } from '@anpei/contract/customers'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { loadKeyRing, openVault, ringFromJson, storeKeyRing, watchKeyRing } from '../crypto/index.ts'
import { LOOKUP_HASHES, turnLookupKey } from '../custody/index.ts'
import { openPool } from '../db/index.ts'
import { arrange, handedIn, opened, openWorld, testPeople, type World } from './index.ts'

const child = fileURLToPath(new URL('./lookup-child.ts', import.meta.url))
/** Hashes of what is no secret, or of secrets too long to be guessed: no key stands behind them. */
const WITHOUT_KEY = [
  'api_key.key_hash',
  'audit_block.hash',
  'audit_block.previous_hash',
  'audit_block.row_hashes',
  'bank_return.file_hash',
  'idempotency.body_hash',
  'oidc_sign_in.state_hash',
  'payment_batch.file_hash',
  'programme_version.definition_hash',
  'retention_run.proof_hash',
  'roster_import.file_hash',
  'session.token_hash',
  'setup_link.token_hash',
  'video_room.code_hash',
  'video_room.guest_hash',
  'video_room.token_hash',
]

describe('CUS-08 the look-up key turns while no server runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-lookup-'))
  const keys = join(folder, 'keys.json')
  let world: World
  let before: string[]
  beforeEach(async () => {
    storeKeyRing(keys, ringFromJson(inject('ring')))
    world = await openWorld(undefined, watchKeyRing(keys, undefined))
    const service = await world.as('service1')
    const claimId = await opened(service, testPeople.chen)
    await handedIn(service, claimId, ['application'])
    const [{ id: personId = '' } = {}] = await arrange(world, 'select person_id as id from claim where id = $1', [
      claimId,
    ])
    const account = { holderName: testPeople.chen.name, relation: 'self' as const, account: '6228480402564890018' }
    await service(proposePayee, { params: { personId: String(personId) }, body: { ...account, bank: '农业银行' } })
    before = await hashes()
  })
  afterEach(() => world.close())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const hashes = async () =>
    (
      await Promise.all(LOOKUP_HASHES.map(({ table, column }) => asOwner((client) => allOf(client, table, column))))
    ).flat()
  const allOf = async (client: pg.Client, table: string, column: string): Promise<string[]> => {
    const { rows } = await client.query<{ hash: string }>(
      `select encode(${column}, 'hex') as hash from ${table} where ${column} is not null`,
    )
    return rows.map((row) => `${table}.${column} ${row.hash}`)
  }
  async function asOwner<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  /** As after the server was stopped. */
  const alone = () =>
    asOwner((client) =>
      client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`),
    )
  const turn = () => asOwner((client) => turnLookupKey(client, keys, () => undefined))
  /** As a server that starts now would find people. */
  async function found(): Promise<unknown[]> {
    const pool = openPool(world.url, 1)
    const vault = openVault(loadKeyRing(keys, undefined), 1)
    try {
      return await pool.withTenant(1, async ({ db }) => {
        const by = (column: 'id_hash' | 'phone_hash', hash: Buffer) =>
          db.selectFrom('person').select('name').where(column, '=', hash).where('merged_into', 'is', null).execute()
        const account = vault.lookupHash('account', '6228480402564890018')
        return [
          (await by('id_hash', vault.lookupHash('id_number', testPeople.chen.idNumber))).map((one) => one.name),
          (await by('phone_hash', vault.lookupHash('phone', '13800000001'))).map((one) => one.name),
          (await db.selectFrom('payee_account').select('id').where('account_hash', '=', account).execute()).length,
        ]
      })
    } finally {
      await pool.close()
    }
  }
  const everything = [[testPeople.chen.name], [testPeople.chen.name], 1]
  const killedAfter = (what: string) =>
    expect(spawnSync(process.execPath, [child, world.url, keys, what]).signal).toBe('SIGKILL')

  it('knows every look-up hash of the schema', async () => {
    const columns = await arrange(
      world,
      `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'bytea'::regtype
          and not a.attisdropped and a.attname ~ 'hash' order by 1`,
    )
    const known = [...LOOKUP_HASHES.map((one) => `${one.table}.${one.column}`), ...WITHOUT_KEY].sort()
    expect(columns.map((one) => one.name)).toEqual(known)
  })

  it('does nothing while others are at work on the database', async () => {
    expect(await turn()).toMatchObject({ turned: false })
    expect(loadKeyRing(keys, undefined).nextIndexKey).toBeUndefined()
    expect(await hashes()).toEqual(before)
  })

  it('changes every hash, finds everybody again, twice over; the old key alone finds nobody', async () => {
    await alone()
    const old = loadKeyRing(keys, undefined)
    for (const turns of [1, 2]) {
      expect(await turn()).toEqual({ turned: true, count: expect.any(Number) })
      expect(await found()).toEqual(everything)
      const ring = loadKeyRing(keys, undefined)
      expect([ring.laterIndexKeys?.length, ring.nextIndexKey]).toEqual([turns, undefined])
    }
    const after = await hashes()
    expect(after).toHaveLength(before.length)
    expect(after.filter((one) => before.includes(one))).toEqual([])
    storeKeyRing(keys, old)
    expect(await found()).toEqual([[], [], 0])
  })

  it('keeps one number to one person', async () => {
    await alone()
    await turn()
    const hash = openVault(loadKeyRing(keys, undefined), 1).lookupHash('id_number', testPeople.chen.idNumber)
    await expect(
      asOwner((client) =>
        client.query(
          `insert into person
            select (jsonb_populate_record(null::person, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid()))).*
            from person p where p.tenant_id = 1 and p.id_hash = $1`,
          [hash],
        ),
      ),
    ).rejects.toThrow('person_by_id_number')
  })

  it.each([
    ['before the commit: nothing has happened, the next run does it all', 'payee_account.account_hash', false],
    ['after the commit: the next run only ends it', '', true],
  ])('killed (kill -9) %s', async (_, what, done) => {
    await alone()
    killedAfter(what)
    expect(loadKeyRing(keys, undefined).nextIndexKey).toBeDefined()
    expect((await hashes()).some((one) => before.includes(one))).toBe(!done)
    const answer = await turn()
    expect(answer).toMatchObject({ turned: true })
    expect(answer.turned && answer.count > 0).toBe(!done)
    expect(loadKeyRing(keys, undefined).nextIndexKey).toBeUndefined()
    expect(await found()).toEqual(everything)
  })
})
