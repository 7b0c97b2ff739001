/** With the store full of complaints, one caller: the filters of the list, its deep pages, the boards. */
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { signIn, type Session } from './session.ts'
import { atMost, mostly, whole, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const MOST_PAGE_MS = 50
const MOST_BOARD_MS = 500
const DEEP_PAGES = 30
const TIMES_A_BOARD = 10
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  whose: ['all', 'open', 'unassigned', 'mine'],
  state: ['', 'told', 'closed', 'withdrawn', 'investigating'],
  cause: ['', 'claim_time', 'data_change'],
  causeGroup: ['', 'claims', 'sales'],
  q: ['', 'NAME', 'PART', 'NUMBER', 'PHONE'],
  sort: ['due', 'newest'],
}

export async function benchComplaintQueries(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const server = await startServer(ground)
  try {
    const line = await openLine(server.port)
    const head = await signIn(line, 'complainthead')
    const handler = await signIn(line, 'handler1')
    const questions = await questionsOf(ground)
    const times: number[] = []
    const slow: { path: string; ms: number }[] = []
    for (const session of [head, handler]) {
      for (const question of questions) await session.get(line, `/api/complaints?${question}`)
      for (const question of questions) {
        const { ms } = await session.get(line, `/api/complaints?${question}`)
        times.push(ms)
        slow.push({ path: question, ms })
      }
    }
    for (const one of slow.sort((a, b) => b.ms - a.ms).slice(0, 8)) log(`  ${one.ms.toFixed(0)} ms  ${one.path}`)
    const deep = await deepPages(line, head)
    const boards = await boardsOf(line, head, log)
    line.end()
    const [held] = await ground.asAdmin((ask) => ask<{ n: number }>('select count(*)::int as n from complaint'))
    const what = `${questions.length} combinations of filters, ${whole(held?.n ?? 0)} complaints`
    return [
      mostly('complaints', `page of 20 with its count, ${what}`, times, MOST_PAGE_MS),
      mostly('complaints', `${deep.length} pages one after the other by keyset`, deep, MOST_PAGE_MS),
      ...boards,
    ]
  } finally {
    await server.stop()
  }
}

async function questionsOf(ground: Ground): Promise<string[]> {
  const [sample] = await ground.asAdmin((ask) =>
    ask<{ name: string; number: string }>(`select p.name, c.complaint_no as number from complaint c
      join person p on p.tenant_id = c.tenant_id and p.id = c.person_id where c.tenant_id = 1
      order by c.received_at offset 100 limit 1`),
  )
  if (!sample) throw new Error('an empty store')
  const values = { NAME: sample.name, PART: sample.name.slice(-2), NUMBER: sample.number, PHONE: '13800000001' }
  let all: Record<string, string>[] = [{}]
  for (const [name, words] of Object.entries(CHOICES)) {
    all = all.flatMap((one) => words.map((word) => (word === '' ? one : { ...one, [name]: word })))
  }
  // Every 23rd of the product, plus every filter alone: the same selection in every run.
  return all
    .filter((one, at) => at % 23 === 0 || Object.keys(one).length <= 3)
    .map((one) => {
      const said = Object.entries(one).map(([name, word]) => {
        const value = Object.entries(values).find(([known]) => known === word)?.[1] ?? word
        return `${name}=${encodeURIComponent(value)}`
      })
      return ['limit=20', ...said].join('&')
    })
}

async function deepPages(line: Line, session: Session): Promise<number[]> {
  const times: number[] = []
  for (const filter of [
    'whose=all&sort=newest',
    'whose=all&sort=due',
    'whose=open&sort=due',
    'whose=all&state=closed',
  ]) {
    let cursor = ''
    for (let page = 0; page < DEEP_PAGES; page++) {
      const reply = await session.get(line, `/api/complaints?limit=100&${filter}${cursor}`)
      times.push(reply.ms)
      const { nextCursor }: { nextCursor: string | null } = JSON.parse(reply.body)
      if (nextCursor === null) break
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`
    }
  }
  return times
}

async function boardsOf(line: Line, session: Session, log: (line: string) => void): Promise<Row[]> {
  const today = new Date().toISOString().slice(0, 10)
  const last = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const year = `from=${last}&to=${today}`
  const months = `from=${last.slice(0, 7)}&to=${today.slice(0, 7)}`
  const boards = [
    ['board of closing debts', '/api/complaint-debts?limit=50'],
    ['figures of a year', `/api/complaint-figures?${months}`],
    ['times of a year, lived here, by month', `/api/complaint-times?origin=lived&by=month&${year}`],
    ['times of a year, lived here, by cause', `/api/complaint-times?origin=lived&by=cause&${year}`],
  ] as const
  const rows: Row[] = []
  for (const [what, path] of boards) {
    await session.get(line, path)
    const times: number[] = []
    for (let turn = 0; turn < TIMES_A_BOARD; turn++) times.push((await session.get(line, path)).ms)
    log(`  ${what}: ${times.map((ms) => ms.toFixed(0)).join(' ')} ms`)
    rows.push(atMost('complaints', `${what}, slowest of ${TIMES_A_BOARD}`, Math.max(...times), MOST_BOARD_MS, 'ms'))
  }
  return rows
}
