/**
 * With the store full, one caller: every combination of filters the claims screen offers, first pages and deep pages;
 * looking a person up by ID number; the boards.
 */
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { inTurn, somePeople } from './people.ts'
import { signIn, type Session } from './session.ts'
import { atMost, mostly, whole, type Row } from './table.ts'
import { openLine, type Line, type Reply } from './wire.ts'

const MOST_PAGE_MS = 50
const MOST_PERSON_MS = 20
const MOST_BOARD_MS = 300
const DEEP_PAGES = 30

/** What each filter of the screen may hold; the empty value leaves it out. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  state: ['', 'open', 'collecting', 'settling', 'closed', 'withdrawn'],
  kind: ['', 'hospital', 'death'],
  class: ['', 'simple', 'mass'],
  owner: ['', 'me', 'none'],
  overdue: ['', 'true'],
  division: ['', 'TOWN', 'VILLAGE'],
  received: ['', 'month', 'years'],
  q: ['', 'NAME', 'NUMBER'],
  sort: ['due', 'newest', 'oldest'],
}

export async function benchQueries(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const server = await startServer(ground)
  try {
    const line = await openLine(server.port)
    const session = await signIn(line, 'assessor1')
    const samples = await samplesOf(ground)
    const questions = questionsOf(samples)
    for (const question of questions.slice(0, 60)) await session.get(line, `/api/claims?${question}&count=false`)
    const pages = await askAll(line, session, questions, false, log)
    const counted = await askAll(line, session, questions, true, log)
    const deep = await deepPages(line, session)
    const people = inTurn(await somePeople(ground, 300, 5000))
    const find = await repeated(300, async () => (await findPerson(line, session, people().idNumber)).ms)
    const board = await repeated(20, async () => (await session.get(line, '/api/boards/claims')).ms)
    const work = await repeated(20, async () => (await session.get(line, '/api/my-work')).ms)
    const [held] = await ground.asAdmin((ask) => ask<{ n: number }>('select count(*)::int as n from claim'))
    line.end()
    const what = `${questions.length} combinations of filters, ${whole(held?.n ?? 0)} claims`
    return [
      mostly('store', `page of 20, ${what}`, pages, MOST_PAGE_MS),
      mostly('store', `page of 20 with its count, ${what}`, counted, MOST_PAGE_MS),
      mostly('store', `${deep.length} pages one after the other by keyset, three orders`, deep, MOST_PAGE_MS),
      mostly('store', 'a person by ID number', find, MOST_PERSON_MS),
      atMost('store', 'claims board, slowest of 20', Math.max(...board), MOST_BOARD_MS, 'ms'),
      atMost('store', 'my work, slowest of 20', Math.max(...work), MOST_BOARD_MS, 'ms'),
    ]
  } finally {
    await server.stop()
  }
}

async function findPerson(line: Line, session: Session, idNumber: string): Promise<Reply> {
  const reply = await session.post(line, '/api/persons/find', { q: idNumber })
  const found: { items: unknown[] } = JSON.parse(reply.body)
  if (found.items.length === 0) throw new Error('a person of the roster was not found by ID number')
  return reply
}

type Samples = { readonly town: string; readonly village: string; readonly name: string; readonly number: string }

async function samplesOf(ground: Ground): Promise<Samples> {
  const [found] = await ground.asAdmin((ask) =>
    ask<Samples>(`
    select left(c.village_code, 9) as town, c.village_code as village, right(p.name, 2) as name, left(c.claim_no, 9)
      as number
    from claim c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = 1 and length(p.name) = 3 order by c.received_at offset 1000 limit 1`),
  )
  if (!found) throw new Error('an empty store')
  return found
}

function questionsOf(samples: Samples): string[] {
  let all: Record<string, string>[] = [{}]
  for (const [name, values] of Object.entries(CHOICES)) {
    all = all.flatMap((one) => values.map((value) => (value === '' ? one : { ...one, [name]: value })))
  }
  // Every 61st of the product, plus every filter alone: the same selection in every run.
  return all.filter((one, at) => at % 61 === 0 || Object.keys(one).length <= 2).map((one) => textOf(one, samples))
}

function textOf(one: Readonly<Record<string, string>>, samples: Samples): string {
  const today = new Date().toISOString().slice(0, 10)
  const said = Object.entries(one).map(([name, value]) => {
    if (name === 'division') return `division=${value === 'TOWN' ? samples.town : samples.village}`
    const since = monthsAgo(today, value === 'month' ? 2 : 30)
    if (name === 'received') return `receivedFrom=${since}&receivedTo=${monthsAgo(today, 1)}`
    if (name === 'q') return `q=${encodeURIComponent(value === 'NAME' ? samples.name : samples.number)}`
    return `${name}=${value}`
  })
  return ['limit=20', ...said].join('&')
}

function monthsAgo(today: string, months: number): string {
  const day = new Date(today)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString().slice(0, 10)
}

async function askAll(
  line: Line,
  session: Session,
  questions: readonly string[],
  count: boolean,
  log: (line: string) => void,
): Promise<number[]> {
  const asked: { path: string; ms: number }[] = []
  for (const question of questions) {
    const path = `/api/claims?${question}&count=${count}`
    asked.push({ path, ms: (await session.get(line, path)).ms })
  }
  for (const slow of [...asked].sort((a, b) => b.ms - a.ms).slice(0, 12))
    log(`  ${slow.ms.toFixed(0)} ms  ${slow.path}`)
  return asked.map((one) => one.ms)
}

async function deepPages(line: Line, session: Session): Promise<number[]> {
  const times: number[] = []
  for (const filter of [
    'sort=newest',
    'sort=oldest&state=closed',
    'sort=due&state=open',
    'sort=newest&owner=me',
    'sort=due',
  ]) {
    let cursor = ''
    for (let page = 0; page < DEEP_PAGES; page++) {
      const reply = await session.get(line, `/api/claims?limit=100&count=false&${filter}${cursor}`)
      times.push(reply.ms)
      const { nextCursor }: { nextCursor: string | null } = JSON.parse(reply.body)
      if (nextCursor === null) break
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`
    }
  }
  return times
}

async function repeated(times: number, work: () => Promise<number>): Promise<number[]> {
  for (let i = 0; i < 5; i++) await work()
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await work())
  return all
}
