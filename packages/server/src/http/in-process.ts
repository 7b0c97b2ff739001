/**
 * Calls routes of the contract inside the process, as an actor: the demo and the simulator act through the same gates
 * (permission, parsing, transaction, answer) as a request from outside, without sockets and passwords.
 */
import type { Answer, Route, Sent } from '@anpei/contract/kernel'
import { holds, type Actor, type Decision } from '@anpei/domain/kernel'
import type { App } from './app.ts'
import type { Bound } from './bind.ts'
import { read, write } from './frame.ts'
import type { ArrivedFile } from './arrived-file.ts'

export class Refused extends Error {
  readonly code: string
  readonly facts: object
  constructor(route: string, code: string, facts: object) {
    super(`${route}: ${code} ${JSON.stringify(facts)}`)
    this.code = code
    this.facts = facts
  }
}

export type Act = <R extends Route>(
  actor: Actor,
  route: R,
  sent: Sent<R>,
  files?: readonly ArrivedFile[],
) => Promise<Answer<R>>

export function actInProcess(app: App, bound: readonly Bound[]): Act {
  const byId = new Map(bound.map((one) => [one.route.id, one]))
  return async <R extends Route>(
    actor: Actor,
    route: R,
    sent: Sent<R>,
    files: readonly ArrivedFile[] = [],
  ): Promise<Answer<R>> => {
    const one = byId.get(route.id)
    if (!one) throw new Error(`${route.id} is not bound`)
    if (!holds(actor, route.permission))
      throw new Refused(route.id, 'request.not_permitted', { permission: route.permission })
    const asked = sent as { params?: unknown; query?: unknown; body?: unknown }
    const input = {
      params: route.params.parse(asked.params ?? {}),
      query: route.query.parse(asked.query ?? {}),
      body: route.body.parse(asked.body ?? {}),
    }
    const decision = one.reads
      ? await read<unknown>(app, actor, (tx) => one.handler(tx, input as never, files))
      : await written(app, actor, one, input, files)
    if (!decision.ok) throw new Refused(route.id, decision.code, decision.facts)
    return (route.download ? decision.value : route.answer.parse(decision.value)) as Answer<R>
  }
}

async function written(
  app: App,
  actor: Actor,
  one: Bound,
  input: unknown,
  files: readonly ArrivedFile[],
): Promise<Decision<unknown>> {
  let value: unknown
  const decision = await write<unknown>(
    app,
    actor,
    null,
    (tx) => one.handler(tx, input as never, files),
    (answer) => {
      value = answer
      return ''
    },
  )
  return decision.ok ? { ok: true, value } : decision
}
