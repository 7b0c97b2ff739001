/**
 * "What breaks next" over a million running clocks of claims and tens of thousands of other kinds, one caller: every
 * filter of the board and every kind of case, for somebody who sees all and for an outlet that sees its own; first
 * pages, deep ones, and the counts beside them. The cases are taken away afterwards.
 */
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { partsOf } from './parts-of.ts'
import { signIn, type Session } from './session.ts'
import { mostly, whole, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const CLAIMS = 250_000
const MOST_MS = 50
const ROUNDS = 4
const DEEP_PAGES = 30
const SHOWS = ['all', 'late', 'today', 'warned']
const KINDS = ['report', 'request', 'complaint', 'visit', 'callback', 'enrolment']

const parts = partsOf(new URL('./board.sql', import.meta.url))

export async function benchBoard(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const run = (part: string) =>
    ground.asAdmin(async (ask) => {
      for (const statement of (parts.get(part) ?? '').replaceAll(':n', String(CLAIMS)).split(';\n'))
        if (statement.trim() !== '') await ask(statement)
    })
  await run('away')
  await run('fill')
  try {
    return await measured(ground, log)
  } finally {
    await run('away')
  }
}

async function measured(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const [held] = await ground.asAdmin((ask) =>
    ask<{ n: number; owner: string; outlet: string }>(`select (select count(*)::int from clock where state = 'running')
      as n, (select id from staff_user where tenant_id = 1 and login = 'assessor1') as owner,
      (select id from institution where tenant_id = 1 and code = 'CN-LY') as outlet`),
  )
  if (!held) throw new Error('an empty store')
  const server = await startServer(ground)
  try {
    const line = await openLine(server.port)
    const rows: Row[] = []
    for (const { who, login } of [
      { who: 'who sees all', login: 'pm' },
      { who: 'an outlet that sees its own', login: 'outlet1' },
    ]) {
      const session = await signIn(line, login)
      const filters = filtersOf(held.owner, held.outlet)
      const pages = SHOWS.flatMap((show) => filters.map((one) => `/api/boards/clocks?limit=50&show=${show}${one}`))
      const counts = filters.map((one) => `/api/boards/clocks/counts?${one.slice(1)}`)
      const what = `what breaks next, ${whole(held.n)} running clocks, ${pages.length} filters, ${who}`
      rows.push(mostly('board', what, await timesOf(line, session, pages, log), MOST_MS))
      rows.push(mostly('board', `its counts, ${who}`, await timesOf(line, session, counts, log), MOST_MS))
      rows.push(mostly('board', `its deep pages, ${who}`, await deepPages(line, session), MOST_MS))
    }
    line.end()
    return rows
  } finally {
    await server.stop()
  }
}

function filtersOf(owner: string, outlet: string): string[] {
  const owners = ['', `&ownerId=${owner}`]
  const houses = ['', `&institutionId=${outlet}`]
  const kinds = ['', ...KINDS.map((kind) => `&kind=${kind}`)]
  return owners.flatMap((one) => houses.flatMap((house) => kinds.map((kind) => `${one}${house}${kind}`)))
}

/** Milliseconds of every question asked so many times, once before unmeasured. */
async function timesOf(
  line: Line,
  session: Session,
  questions: readonly string[],
  log: (line: string) => void,
): Promise<number[]> {
  for (const at of questions) await session.get(line, at)
  const times: { at: string; ms: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const at of questions) times.push({ at, ms: (await session.get(line, at)).ms })
  for (const slow of [...times].sort((a, b) => b.ms - a.ms).slice(0, 6)) log(`  ${slow.ms.toFixed(0)} ms  ${slow.at}`)
  return times.map((one) => one.ms)
}

async function deepPages(line: Line, session: Session): Promise<number[]> {
  const times: number[] = []
  for (const show of SHOWS) {
    let cursor = ''
    for (let page = 0; page < DEEP_PAGES; page++) {
      const reply = await session.get(line, `/api/boards/clocks?limit=50&show=${show}${cursor}`)
      times.push(reply.ms)
      const { nextCursor }: { nextCursor: string | null } = JSON.parse(reply.body)
      if (nextCursor === null) break
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`
    }
  }
  return times
}
