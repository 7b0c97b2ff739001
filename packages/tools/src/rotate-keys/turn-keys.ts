/**
 * CUS-08: turns the key ring of an installation. The new key stands in the ring's file before anything is sealed with
 * it; running servers notice within a second. Only one such command works at a time, else one would
 * lose the other's key.
 */
import { jobHandlers } from '@anpei/server/app'
import { loadKeyRing, rotated, storeKeyRing, withoutKey } from '@anpei/server/crypto'
import { decideKeyDrop, RESEAL_TASK, turnLookupKey, usesOfKey, type DropAnswer } from '@anpei/server/custody'
import { tenantNumbers } from '@anpei/server/http'
import { jobsStatement, runJobsOnce } from '@anpei/server/jobs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Door } from '../door/index.ts'
import type { RotateOptions } from './options.ts'

const ONE_AT_A_TIME = 72_616_808
const LOOK_EVERY_MS = 1000
/** By then every running process seals with the new key. */
const NOTICED_MS = 2500

export type Outcome = { readonly ok: boolean; readonly lines: readonly string[] }
type Say = (line: string) => void

export async function turnKeys(door: Door, path: string, options: RotateOptions, say: Say): Promise<Outcome> {
  const client = new pg.Client({ connectionString: door.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ONE_AT_A_TIME])
    if (!rows[0]?.mine) {
      return { ok: false, lines: ['另一个密钥命令正在运行，请等它结束。 [another key command is running]'] }
    }
    if (options.kind === 'lookup') return await turnLookups(client, path, say)
    return await act(door, path, options, say)
  } finally {
    await client.end()
  }
}

async function turnLookups(client: pg.Client, path: string, say: Say): Promise<Outcome> {
  const outcome = await turnLookupKey(client, path, (what, count) => {
    if (what !== '') say(`  ${what}：${count}`)
  })
  if (!outcome.turned) {
    return {
      ok: false,
      lines: [
        `还有 ${outcome.others} 个连接在使用数据库，没有轮换：请先停止安赔和其他命令。 ` +
          `[${outcome.others} sessions are at work on the database, nothing was turned: stop Anpei and other commands]`,
      ],
    }
  }
  return {
    ok: true,
    lines: [
      `查找密钥已轮换，${outcome.count} 个查找值已更新；请立即备份 ${path} [look-up key turned: back up the file now]`,
    ],
  }
}

async function act(
  door: Door,
  path: string,
  options: Exclude<RotateOptions, { kind: 'lookup' }>,
  say: Say,
): Promise<Outcome> {
  switch (options.kind) {
    case 'rotate': {
      const ring = rotated(loadKeyRing(path, undefined), door.app.clock.now())
      storeKeyRing(path, ring)
      say(`第 ${ring.current} 把密钥已启用，请立即备份 ${path} [key ${ring.current} is in use: back up the file now]`)
      await pause(NOTICED_MS)
      return resealAll(door, path, say)
    }
    case 'resume':
      return resealAll(door, path, say)
    case 'status':
      return status(door, path)
    case 'drop':
      return drop(door, path, options.version)
  }
}

/** The jobs stand in the database: a running server works on them too, and goes on when this command is stopped. */
async function resealAll(door: Door, path: string, say: Say): Promise<Outcome> {
  const { app, url } = door
  const began = new Date(Date.now() - 1000).toISOString()
  const tenants = await tenantNumbers(door.app)
  await app.pool.withTenant(tenants[0] ?? 0, ({ db }) =>
    db.executeQuery(
      jobsStatement(
        db,
        tenants.map((tenantId) => ({
          task: RESEAL_TASK,
          payload: { tenantId },
          key: `${RESEAL_TASK}:${tenantId}`,
          queue: `${RESEAL_TASK}:${tenantId}`,
        })),
        app.clock.now(),
      ),
    ),
  )
  const timer = setInterval(() => void sayProgress(door, tenants, began, say), LOOK_EVERY_MS)
  try {
    const work = jobHandlers(app).get(RESEAL_TASK)
    if (!work) throw new Error(`nobody does ${RESEAL_TASK}`)
    for (;;) {
      await runJobsOnce(url, new Map([[RESEAL_TASK, work]]))
      if ((await openJobs(url)) === 0) break
      await pause(LOOK_EVERY_MS)
    }
  } finally {
    clearInterval(timer)
  }
  return status(door, path)
}

async function openJobs(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ open: number }>(
      `select count(*)::int as open from graphile_worker.jobs
        where task_identifier = $1 and attempts < max_attempts`,
      [RESEAL_TASK],
    )
    return rows[0]?.open ?? 0
  } finally {
    await client.end()
  }
}

async function sayProgress({ app }: Door, tenants: readonly number[], began: string, say: Say): Promise<void> {
  for (const tenantId of tenants) {
    const row = await app.pool
      .withTenant(tenantId, ({ db }) =>
        db
          .selectFrom('background_task')
          .select(['done_count', 'total_count'])
          .where('tenant_id', '=', tenantId)
          .where('kind', '=', 'custody.reseal')
          .where('created_at', '>=', began)
          .where('state', '=', 'running')
          .orderBy('created_at', 'desc')
          .limit(1)
          .executeTakeFirst(),
      )
      .catch(() => undefined)
    if (row) say(`租户 ${tenantId}：${row.done_count} / ${row.total_count ?? '?'}`)
  }
}

async function status(door: Door, path: string): Promise<Outcome> {
  const ring = loadKeyRing(path, undefined)
  const lines: string[] = []
  let old = 0
  for (const version of [...ring.keys.keys()].sort((a, b) => a - b)) {
    const uses = await usesOfKey(door.app, version)
    const count = uses.reduce((sum, use) => sum + use.count, 0)
    if (version !== ring.current) old += count
    const since = ring.retiredAt?.get(version)
    const state = version === ring.current ? '使用中 [in use]' : `停用于 [retired] ${since ?? '?'}`
    lines.push(`第 ${version} 把密钥：${state}，${count} 项内容 [values]`)
    if (version !== ring.current) lines.push(...uses.map((use) => `  租户 ${use.tenantId} ${use.where}：${use.count}`))
  }
  return { ok: old === 0, lines }
}

async function drop(door: Door, path: string, version: number): Promise<Outcome> {
  const ring = loadKeyRing(path, undefined)
  const answer = await decideKeyDrop(door.app, ring, version)
  if (!answer.may) return { ok: false, lines: sentencesOf(answer, version) }
  storeKeyRing(path, withoutKey(ring, version))
  return {
    ok: true,
    lines: [`第 ${version} 把密钥已销毁；更早的备份须另有该密钥才能读 [dropped; older backups still need it]`],
  }
}

function sentencesOf(answer: DropAnswer & { may: false }, version: number): string[] {
  switch (answer.why) {
    case 'unknown':
      return [`没有第 ${version} 把密钥 [there is no such key]`]
    case 'current':
      return [`第 ${version} 把密钥正在使用，不能销毁 [it is the current key]`]
    case 'resting':
      return [`刚刚停用，请 ${answer.minutes} 分钟后再试 [retired just now, wait ${answer.minutes} minutes]`]
    case 'in_use':
      return [
        '仍有内容用这把密钥加密，没有销毁。请先运行 npm run rotate-keys -- --resume [still in use, not dropped]',
        ...answer.uses.map((use) => `  租户 ${use.tenantId} ${use.where}：${use.count}`),
      ]
  }
}
