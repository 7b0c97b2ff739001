/**
 * SRV-06: colloquial questions against the shipped articles among 10,000 made-up ones: how often the right article is
 * among the first three, and how long a search takes. Of the questions sixty-eight were held back when
 * words were added.
 */
import { readFileSync } from 'node:fs'
import { ok, systemActor } from '@anpei/domain/kernel'
import { read, systemWrite, type App } from '@anpei/server/http'
import { assistTurn, loadShippedArticles, searchArticles } from '@anpei/server/knowledge'
import { openBenchApp } from './bench-app.ts'
import { TENANT, type Ground } from './ground.ts'
import { otherArticles } from './knowledge-others.ts'
import { spread } from './load.ts'
import { atMost, row, whole, type Row } from './table.ts'

const OTHERS = 10_000
const AT_ONCE = 500
const ROUNDS = 3
const MOST_MS = 50
const MOST_TURN_MS = 100
const LEAST_TUNED = 0.9
const LEAST_HELD = 0.8
const FIRST = 3

type Asked = { readonly ask: string; readonly article: string; readonly held: boolean }

export async function benchKnowledge(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const app = openBenchApp(ground)
  try {
    await fill(app)
    const [held] = await ground.asAdmin((ask) =>
      ask<{ n: number }>(`select count(*)::int as n from knowledge_article where tenant_id = $1`, [TENANT]),
    )
    log(`  ${whole(held?.n ?? 0)} articles`)
    await ground.asAdmin((ask) => ask('analyze knowledge_article, knowledge_version, knowledge_term'))
    const codes = await ground.asAdmin((ask) =>
      ask<{ id: string; code: string }>('select id, code from knowledge_article where tenant_id = $1', [TENANT]),
    )
    const found = await measure(app, new Map(codes.map(({ id, code }) => [id, code])), held?.n ?? 0)
    return [...found, await measureTurns(app)]
  } finally {
    await app.pool.close()
  }
}

async function fill(app: App): Promise<void> {
  const actor = systemActor(TENANT, 'bench')
  await systemWrite(app, actor, (tx) => loadShippedArticles(tx))
  const others = [...otherArticles(OTHERS)].map((content, at) => ({ code: `other-${at}`, content }))
  for (let at = 0; at < others.length; at += AT_ONCE) {
    await systemWrite(app, actor, (tx) => loadShippedArticles(tx, others.slice(at, at + AT_ONCE)))
  }
}

async function measure(app: App, codes: ReadonlyMap<string, string>, articles: number): Promise<Row[]> {
  const questions = readQuestions()
  const times: number[] = []
  const hits = { tuned: 0, held: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { ask, article, held } of questions) {
      const from = performance.now()
      const found = await search(app, ask)
      times.push(performance.now() - from)
      const place = found.findIndex((id) => codes.get(id) === article)
      if (round === 0 && place >= 0 && place < FIRST) hits[held ? 'held' : 'tuned']++
    }
  }
  const store = `${whole(articles)} articles`
  const heldBack = questions.filter((one) => one.held).length
  return [
    atMost('knowledge', `search, 95 of 100, ${store}`, spread(times).p95, MOST_MS, 'ms'),
    share(
      `hit@3 of ${questions.length - heldBack} questions, ${store}`,
      hits.tuned,
      questions.length - heldBack,
      LEAST_TUNED,
    ),
    share(`hit@3 of ${heldBack} questions held back from tuning`, hits.held, heldBack, LEAST_HELD),
  ]
}

async function search(app: App, question: string): Promise<string[]> {
  const asked = { question, publicOnly: false, limit: FIRST, where: 'staff' as const }
  const found = await read(app, systemActor(TENANT, 'bench'), async (tx) => ok(await searchArticles(tx, asked)))
  return found.ok ? found.value.items.map((item) => item.id) : []
}

/** A question typed to the assistant, each in a dialogue of its own. */
async function measureTurns(app: App): Promise<Row> {
  const doors = { handOver: async () => '', progress: async () => '' }
  const times: number[] = []
  for (const { ask } of readQuestions()) {
    const from = performance.now()
    await systemWrite(app, systemActor(TENANT, 'bench'), async (tx) => {
      const turn = await assistTurn(tx, { session: null, channel: 'wechat', text: ask }, doors)
      if (!turn.ok) throw new Error(turn.code)
    })
    times.push(performance.now() - from)
  }
  return atMost('knowledge', 'a turn of the assistant that searches, 95 of 100', spread(times).p95, MOST_TURN_MS, 'ms')
}

function share(what: string, hits: number, of: number, least: number): Row {
  const measured = `${((hits / of) * 100).toFixed(1)} % (${hits} of ${of})`
  return row('knowledge', what, measured, '', '', `≥ ${least * 100} %`, hits / of >= least)
}

function readQuestions(): readonly Asked[] {
  const file: { readonly questions: readonly Asked[] } = JSON.parse(
    readFileSync(new URL('./knowledge-questions.json', import.meta.url), 'utf8'),
  )
  return file.questions
}
