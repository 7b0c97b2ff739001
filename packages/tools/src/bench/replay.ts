/**
 * What a route sends to the database, recorded twice and compared: values that differ between two like requests are
 * made by the server (ids, numbers, keys), all others belong to the question.
 */
import { readFileSync } from 'node:fs'

export type Packed = null | string | number | boolean | { bytes: string } | { big: string } | readonly unknown[]
export type Statement = { readonly client: number; readonly text: string; readonly values: readonly Packed[] }
/** `fresh`: values to be made anew for every request, each name standing for one value throughout the request. */
export type Recording = { readonly statements: readonly Statement[]; readonly fresh: readonly string[] }

/** A command keeps what it answered; the courier and the rounds answer nobody. */
const KEEPS_ANSWER = /insert into idempotency/
const NOT_WORK = /^(begin|commit|rollback|select set_config|select \* from (session|api_key)_by)/i
const ASIDE = new RegExp(
  [
    'graphile_worker\\.|_private_|with recursive below|audit_block|webhook_',
    'pg_try_advisory|pg_snapshot_xmin|txid|select u\\.name, u\\.post',
  ].join('|'),
)

export function readTap(file: string): Statement[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Statement => JSON.parse(line))
}

/** The statements of one request among those sent since it was asked: jobs that follow run after its commit. */
export function statementsOf(sent: readonly Statement[], writes: boolean): Statement[] {
  // Looks at personal data are logged beside the reading; the bare handler is spared that.
  if (!writes) return sent.filter((one) => isWork(one) && !/^insert into "event"/.test(one.text))
  return (
    transactionsOf(sent)
      .find((own) => own.some((one) => KEEPS_ANSWER.test(one.text)))
      ?.filter(isWork) ?? []
  )
}

/** What each connection sent between a begin and its commit; others may have been at work beside. */
function transactionsOf(sent: readonly Statement[]): Statement[][] {
  const open = new Map<number, Statement[]>()
  const done: Statement[][] = []
  for (const one of sent) {
    if (one.text === 'begin') open.set(one.client, [])
    else if (one.text === 'commit') done.push(open.get(one.client) ?? [])
    else open.get(one.client)?.push(one)
  }
  return done
}

/** The server's own bookkeeping (jobs polled, sign-in looked up) is no part of the route. */
export function isWork(statement: Statement): boolean {
  return !NOT_WORK.test(statement.text.trim()) && !ASIDE.test(statement.text)
}

export function recordingOf(first: readonly Statement[], second: readonly Statement[], since: number): Recording {
  const fresh = new Set<string>()
  first.forEach((one, at) => {
    const others = new Set(textsIn(second[at]?.values))
    for (const text of textsIn(one.values)) {
      if (others.has(text)) continue
      // Events and jobs travel as JSON: their ids stand inside the text.
      for (const made of text.match(MADE) ?? []) if (isMade(made, since)) fresh.add(made)
    }
  })
  return { statements: second.map((one, at) => ({ ...one, values: first[at]?.values ?? [] })), fresh: [...fresh] }
}

/** A value alone, or each of the values of a list. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap(textsIn) : []
}

/** The value with everything made by the server made anew by `anew`; the very value where nothing in it was. */
export function renewed(value: unknown, fresh: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => renewed(one, fresh))
  return typeof value === 'string' ? value.replaceAll(MADE, (made) => fresh.get(made) ?? made) : value
}

export function holdsFresh(value: unknown, fresh: readonly string[]): boolean {
  return textsIn(value).some((text) => fresh.some((one) => text.includes(one)))
}

/** Ids, numbers that people read out, idempotency keys. */
const MADE = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[A-Z]\d{12,}\b|\bbench-\w+-\d+/g

/** Of ids only those younger than the recording; older ones belong to the question. */
function isMade(value: string, since: number): boolean {
  return !/^[0-9a-f]{8}-/.test(value) || parseInt(value.replace('-', '').slice(0, 12), 16) >= since
}

/** Whether two requests sent the same statements; a job may have run between. */
export function alike(first: readonly Statement[], second: readonly Statement[]): boolean {
  return first.length === second.length && first.every((one, at) => one.text === second[at]?.text)
}
