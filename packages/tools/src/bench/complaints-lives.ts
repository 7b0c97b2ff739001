/**
 * Whole lives of complaints through the HTTP API at concurrency 16: registered, checked, classified, given to one
 * person, contacted, investigated, a solution proposed and approved by another, answered, decided, told with proof,
 * called back by somebody else, closed by a third. Every gate of the product stands; a life counts when it is closed.
 */
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { spread, underLoad } from './load.ts'
import { costOfOne } from './lives.ts'
import { processorTime } from './processor.ts'
import { signIn, type Session } from './session.ts'
import { countStatements } from './statements.ts'
import { atLeast, atMost, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const CALLERS = 16
const LEAST = 100
const MOST_MS = 150
/** Until then every connection has prepared its statements and the program is compiled. */
const WARM_LIVES = 100

type Staff = {
  readonly desk: Session
  readonly coordinator: Session
  readonly handlers: readonly { readonly id: string; readonly session: Session }[]
  readonly head: Session
  readonly callers: readonly Session[]
}
export type ComplaintLives = {
  readonly seconds: number
  readonly label: string
  readonly profile?: string
  /** A run of so many lives instead of so many seconds. */
  readonly lives?: number
  /** A file for what the database was asked; counting costs time itself. */
  readonly statements?: string
}

export async function benchComplaintLives(
  ground: Ground,
  options: ComplaintLives,
  log: (line: string) => void,
): Promise<Row[]> {
  const server = await startServer(ground, options.profile === undefined ? {} : { profile: options.profile })
  try {
    const line = await openLine(server.port)
    const staff = await staffOf(ground, line)
    const byStep = new Map<string, number[]>()
    const life = (own: Line, caller: number) => liveOnce(own, staff, caller, byStep)
    await underLoad(server.port, CALLERS, { steps: WARM_LIVES }, life)
    byStep.clear()
    const counter = options.statements === undefined ? null : await countStatements(ground, options.statements)
    const before = processorTime(server.pid, ground.folder)
    const long = options.lives ? { steps: options.lives } : { seconds: options.seconds }
    const done = await underLoad(server.port, CALLERS, long, life)
    const after = processorTime(server.pid, ground.folder)
    line.end()
    const cost = before && after ? costOfOne(before, after, done.steps, log) : ''
    if (counter) log(`  ${await counter.told(done.steps)}`)
    for (const [step, times] of byStep)
      log(`  ${step.padEnd(10)} p50 ${spread(times).p50.toFixed(1)} ms, p95 ${spread(times).p95.toFixed(1)} ms`)
    const { label } = options
    const what = `whole lives of complaints at concurrency ${CALLERS}, ${label}`
    return [
      { ...atLeast('complaints', what, done.stepsPerSecond, LEAST, 'lives/s'), against: cost },
      atMost('complaints', `95 of 100 calls of these lives, ${label}`, done.p95, MOST_MS, 'ms'),
    ]
  } finally {
    await server.stop()
  }
}

async function staffOf(ground: Ground, line: Line): Promise<Staff> {
  // A line carries one call at a time.
  const handler1 = await signIn(line, 'handler1')
  const handler2 = await signIn(line, 'handler2')
  const desk = await signIn(line, 'service1')
  const known = await ground.asAdmin((ask) =>
    ask<{ login: string; id: string }>(
      `select login, id from staff_user where tenant_id = 1 and login like 'handler_'`,
    ),
  )
  const idOf = (login: string) => known.find((one) => one.login === login)?.id ?? ''
  return {
    desk,
    coordinator: await signIn(line, 'coordinator1'),
    handlers: [
      { id: idOf('handler1'), session: handler1 },
      { id: idOf('handler2'), session: handler2 },
    ],
    head: await signIn(line, 'complainthead'),
    callers: [desk, await signIn(line, 'deskhead')],
  }
}

let serial = 0
const RUN = Date.now() % 1_000_000

/** Somebody else each time, about something else: the same twice would be refused as registered already. */
function registration() {
  const no = ++serial
  return {
    channel: 'phone',
    complainant: { name: `陈投诉${no}`, phone: `13${String((RUN * 10_000 + no) % 1_000_000_000).padStart(9, '0')}` },
    matter: { facts: `材料交了两个月没有人答复（${RUN}-${no}）。`, demand: '请尽快答复。' },
  }
}

const CLASSES = { causes: ['claim_time'], businessLine: 'accident', class: 'simple' }
const SOLUTION = {
  outcome: 'upheld',
  findings: '资料收齐后十四个工作日才审核完。',
  basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
  reasons: '经办人请假，没有人接手。',
  solution: '尽快付款并道歉。',
  acts: [],
}
const said = (choice: string) => ({ choice, text: '' })
const ANSWERS = {
  told: said('yes'),
  clear: said('yes'),
  kept: said('yes'),
  satisfied: said('yes'),
  phone: said('yes'),
}

async function liveOnce(line: Line, staff: Staff, caller: number, byStep: Map<string, number[]>): Promise<number[]> {
  const times: number[] = []
  const post = async (who: Session, step: string, path: string, body: object): Promise<string> => {
    const reply = await who.post(line, path, body)
    return keep(step, reply)
  }
  const keep = (step: string, reply: { ms: number; body: string }): string => {
    times.push(reply.ms)
    const known = byStep.get(step)
    if (known) known.push(reply.ms)
    else byStep.set(step, [reply.ms])
    return reply.body
  }
  /** Routes that take files take their words as a part. */
  const send = async (who: Session, step: string, path: string, body: object): Promise<string> =>
    keep(step, await who.postParts(line, path, body, []))
  const handler = staff.handlers[caller % staff.handlers.length]
  const calls = staff.callers[caller % staff.callers.length]
  if (!handler || !calls) throw new Error('nobody to handle or to call')
  const registered: { id: string } = JSON.parse(await send(staff.desk, 'register', '/api/complaints', registration()))
  const complaint = `/api/complaints/${registered.id}`
  await post(staff.coordinator, 'check', `${complaint}/check`, { finding: 'ours' })
  await post(staff.coordinator, 'classify', `${complaint}/classify`, CLASSES)
  await post(staff.coordinator, 'assign', `${complaint}/assign`, { userId: handler.id })
  await send(handler.session, 'entry', `${complaint}/entries`, { kind: 'finding', text: SOLUTION.findings })
  await post(handler.session, 'propose', `${complaint}/proposals`, SOLUTION)
  const page: { proposals: { id: string }[] } = JSON.parse(
    keep('page', await staff.head.get(line, `${complaint}/solution`)),
  )
  const proposal = `/api/complaint-proposals/${page.proposals[0]?.id}`
  await post(staff.head, 'judge', `${proposal}/judgement`, { approve: true })
  await post(handler.session, 'reply', `${proposal}/reply`, { accepts: true, reply: '同意这样处理。' })
  await post(handler.session, 'decide', `${complaint}/decision`, {})
  await send(handler.session, 'tell', `${complaint}/decision/sending`, {
    way: 'in_person',
    to: '本人',
    proof: '本人签收',
  })
  const owed: { items: { id: string }[] } = JSON.parse(
    keep('owed', await calls.get(line, `/api/callbacks?subjectId=${registered.id}&state=owed&limit=1`)),
  )
  const callback = `/api/callbacks/${owed.items[0]?.id}`
  await post(calls, 'take', `${callback}/take`, {})
  await send(calls, 'attempt', `${callback}/attempts`, { way: 'phone', outcome: 'reached', callNo: `C-${RUN}` })
  await post(calls, 'callee', `${callback}/callee`, { callee: 'self', heard: ['name', 'case_no'] })
  const body = { scriptCode: 'complaint', scriptVersion: 1, answers: ANSWERS }
  await post(calls, 'answer', `${callback}/answers`, body)
  const closed: { state: string } = JSON.parse(await post(staff.head, 'close', `${complaint}/closing`, {}))
  // A life cut short would count as a fast one.
  if (closed.state !== 'closed') throw new Error(`a complaint ended as ${closed.state}`)
  return times
}
