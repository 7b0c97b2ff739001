import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { emptyRoster, type World } from '../../testing/index.ts'
import { importRoster } from './import-roster.ts'
import { fileOf, openWorld, programmeOf, type Elder } from '../programme.fixture.ts'

let world: World
const folder = mkdtempSync(join(tmpdir(), 'anpei-kill-'))
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const TABLES = [
  'person',
  'person_name_gram',
  'member_period',
  'cover_period',
  'roster_bad_row',
  'roster_difference',
  'outreach',
]

async function sizes(): Promise<number[]> {
  const counted: number[] = []
  for (const table of TABLES) {
    counted.push(
      await world.app.pool.withTenant(
        1,
        async ({ client }) =>
          (await client.query<{ n: number }>(`select count(*)::int n from ${table}`)).rows[0]?.n ?? 0,
      ),
    )
  }
  return counted
}

const SURNAMES = [...'陈林郑黄吴周马李张郭蔡庄连钟廖赵许朱胡杨']
const elders = Array.from(
  { length: 5000 },
  (_, i): Elder => ({
    name: `${SURNAMES[i % 20]}大${i % 7 === 0 ? '' : '福'}`,
    birthOn: `19${40 + (i % 20)}-0${1 + (i % 9)}-1${i % 10}`,
    order: 100 + Math.floor(i / 180) * 2,
    ...(i % 500 === 0 ? { village: '440514999999' } : {}),
  }),
)

/** The row of an import that an upload would have made. */
async function openImport(importId: string, programmeId: string): Promise<void> {
  await world.app.pool.withTenant(1, ({ db }) =>
    db
      .insertInto('roster_import')
      .values({
        tenant_id: 1,
        id: importId,
        programme_id: programmeId,
        kind: 'initial',
        file_name: 'x.csv',
        file_hash: Buffer.alloc(32),
        as_of_on: '2025-10-01',
        state: 'reading',
        started_at: world.clock.now(),
      })
      .execute(),
  )
}

describe('PRG-04 the wall of the roster', () => {
  it('the database refuses overlapping facts, overlapping cover, and villages that are not', async () => {
    const { id: programmeId } = await programmeOf(world)
    const insert = (from: string, before: string | null, village = '440514001001') =>
      world.app.pool.withTenant(1, ({ client }) =>
        client.query(
          `insert into member_period (tenant_id, id, programme_id, person_id, village_code, status, from_on, before_on,
            known_from)
        select 1, gen_random_uuid(), $1, id, $4, 'resident', $2, $3, now() from person where name = '陈秀英'`,
          [programmeId, from, before, village],
        ),
      )
    await expect(insert('1990-01-01', '1991-01-01')).rejects.toThrow(/overlapping/)
    await expect(insert('1990-01-01', null)).rejects.toThrow(/member_period_one_now/)
    await expect(insert('1900-01-01', '1901-01-01', '999')).rejects.toThrow(/unknown programme or village/)
    await insert('1900-01-01', '1901-01-01')
  })
})

describe('PRG-05 killed in the middle (kill -9)', () => {
  it('leaves nothing half, and the same import run again is whole', async () => {
    const { id: programmeId } = await programmeOf(world)
    const file = join(folder, 'x.csv')
    writeFileSync(file, fileOf(elders))
    const importId = newId()
    await openImport(importId, programmeId)
    await emptyRoster(world)
    const before = await sizes()
    const mark = join(folder, 'mark')
    const child = spawn(process.execPath, [fileURLToPath(new URL('./import-child.fixture.ts', import.meta.url))], {
      env: {
        ...process.env,
        URL_OF_DATABASE: world.url,
        RING: inject('ring'),
        FILE: file,
        PROGRAMME: programmeId,
        MARK: mark,
        FOLDER: folder,
        IMPORT_ID: importId,
      },
      stdio: 'inherit',
    })
    await expect
      .poll(() => existsSync(mark) && Number(readFileSync(mark, 'utf8').trim().split('\n').at(-1)), { timeout: 25_000 })
      .toBeGreaterThan(3000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect
      .poll(
        async () =>
          world.app.pool.withTenant(
            1,
            async ({ client }) =>
              (
                await client.query(
                  "select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
                )
              ).rowCount,
          ),
        { timeout: 10_000 },
      )
      .toBe(0)
    expect(await sizes()).toEqual(before)

    const again = await importRoster(world.app, systemActor(1, 'test'), {
      programmeId,
      kind: 'initial',
      fileName: 'x.csv',
      asOfOn: '2025-10-01',
      source: file,
      importId,
    })
    const bad = elders.filter((one) => one.village !== undefined).length
    expect(again).toMatchObject({ ok: true, value: { rowCount: 5000, badCount: bad + doubles(), state: 'confirmed' } })
    const after = await sizes()
    expect((after[0] ?? 0) - (before[0] ?? 0)).toBe(5000 - bad - doubles())
    expect((after[2] ?? 0) - (before[2] ?? 0)).toBe(5000 - bad - doubles())
  }, 60_000)
})

/** Good rows whose number stood in the file before. */
function doubles(): number {
  const seen = new Set<string>()
  let count = 0
  for (const one of elders) {
    if (one.village !== undefined) continue
    const key = `${one.birthOn}/${one.order}`
    if (seen.has(key)) count++
    seen.add(key)
  }
  return count
}

describe('PRG-04 a programme without rules', () => {
  it('takes no roster, since nobody could say who is covered', async () => {
    const programmeId = newId()
    await world.app.pool.withTenant(1, ({ db }) =>
      db
        .insertInto('programme')
        .values({ tenant_id: 1, id: programmeId, code: 'new', name: '新方案', roster_mode: 'listed' })
        .execute(),
    )
    const file = join(folder, 'y.csv')
    writeFileSync(file, fileOf(elders.slice(1, 3)))
    const answer = await importRoster(world.app, systemActor(1, 'test'), {
      programmeId,
      kind: 'initial',
      fileName: 'y.csv',
      asOfOn: '2025-10-01',
      source: file,
    })
    expect(answer).toMatchObject({ ok: false, code: 'programme.nothing_published' })
  })
})

describe('PRG-05 a roster of nobody', () => {
  it('is refused: it would end everybody’s cover', async () => {
    const file = join(folder, 'z.csv')
    writeFileSync(file, fileOf([]))
    const { id: programmeId } = await programmeOf(world)
    const asked = { programmeId, kind: 'monthly', fileName: 'z.csv', asOfOn: '2026-10-01', source: file } as const
    const before = await sizes()
    const answer = await importRoster(world.app, systemActor(1, 'test'), asked)
    expect(answer).toMatchObject({ ok: false, code: 'programme.roster_of_nobody' })
    expect(await sizes()).toEqual(before)
  })
})
