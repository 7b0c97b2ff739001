/**
 * Fills the store with years of complaints (one in a hundred open), the same every time, as the commands leave them:
 * causes, findings, proposals, decisions, callbacks, clocks, events. Personal values are sealed with the run's own
 * keys, so that every page can be opened.
 */
import { readFileSync } from 'node:fs'
import type { Ask, Ground } from './ground.ts'
import { TENANT } from './ground.ts'

const BATCH = 100_000
const SEALED = {
  told: {
    complainant: { name: '', phone: '', email: '', address: '', relation: '' },
    matter: { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。', remedy: '' },
    policyNo: '',
    respondentText: '',
  },
  entry: { text: '资料收齐后十四个工作日才审核完。', with: '', place: '' },
  proposal: {
    findings: '资料收齐后十四个工作日才审核完。',
    basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
    reasons: '经办人请假，没有人接手。',
    solution: '尽快付款并道歉。',
    judgement: '',
    reply: '同意。',
    to: '本人',
    proof: '本人签收',
  },
  callback: { name: '陈投诉', phone: '13800000001', relation: '', callee: null, answers: null },
  attempt: { callNo: 'C-1', note: '' },
} as const

export async function fillComplaints(ground: Ground, upTo: number, log: (line: string) => void): Promise<number> {
  return ground.asAdmin(async (ask) => {
    const [had] = await ask<{ n: number }>(`select count(*)::int as n from complaint where complaint_no > 'S'
      and complaint_no like '%X'`)
    const from = had?.n ?? 0
    if (from >= upTo) return 0
    await ask(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    await prepare(ask, ground)
    for (let at = from; at < upTo; at += BATCH) {
      await fillBatch(ask, at, Math.min(upTo, at + BATCH), upTo)
      log(`  ${Math.min(upTo, at + BATCH).toLocaleString('en')} complaints`)
    }
    await ask('analyze; checkpoint')
    return upTo - from
  })
}

async function prepare(ask: Ask, ground: Ground): Promise<void> {
  await ask(`create temp table people as select (row_number() over (order by id) - 1)::int as n, id, village_code
    from person where tenant_id = ${TENANT}; create unique index on people (n); analyze people`)
  await ask(`create temp table officers as select (row_number() over (order by login) - 1)::int as n, id from staff_user
    where tenant_id = ${TENANT} and login in ('handler1', 'handler2')`)
  const salt = ground.vault.newSalt()
  const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`
  const texts = Object.entries(SEALED).map(([name, told]) => {
    return `${hex(ground.vault.seal(salt, JSON.stringify(told)))} as ${name}`
  })
  await ask(`create temp table sealed as select ${hex(salt)} as salt, ${texts.join(', ')}`)
  // The same digits for the same complaint and use: uuid version 7 of the day: indexes grow at their end as in life.
  await ask(`create or replace function pg_temp.id_of(at timestamptz, use text, i int) returns uuid immutable
    language sql as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || 'a' ||
      substr(h, 4, 15))::uuid
       from (select md5(use || i) as h) one $$`)
}

async function fillBatch(ask: Ask, from: number, to: number, all: number): Promise<void> {
  const text = readFileSync(new URL('./complaints-fill.sql', import.meta.url), 'utf8')
    .replaceAll('{from}', String(from))
    .replaceAll('{to}', String(to))
    .replaceAll('{all}', String(all))
  for (const statement of text.split(';\n')) if (statement.trim() !== '') await ask(statement)
}
