/**
 * What a route sends to the database, recorded twice and compared: values that differ between two like requests are made
 * by the server (ids, numbers, keys, sealed bytes), all others belong to the question.
 */
import { readFileSync } from 'node:fs'

export type Packed = null | string | number | boolean | { bytes: string } | { big: string } | readonly unknown[]
export type Statement = { readonly text: string; readonly values: readonly Packed[] }
/** `fresh`: values to be made anew for every request, each name standing for one value throughout the request. */
export type Recording = { readonly statements: readonly Statement[]; readonly fresh: readonly string[] }

const NOT_WORK = /^(begin|commit|rollback|select set_config|select \* from (session|api_key)_by|select u\.name, u\.post)/i

export function readTap(file: string, fromLine: number): { statements: Statement[]; lines: number } {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const statements = lines.slice(fromLine).map((line): Statement => JSON.parse(line))
  return { statements: statements.filter(isWork), lines: lines.length }
}

/** The server's own bookkeeping (jobs polled, sign-in looked up) is no part of the route. */
function isWork(statement: Statement): boolean {
  return !NOT_WORK.test(statement.text.trim()) && !/graphile_worker\.|_private_/.test(statement.text)
}

export function recordingOf(first: readonly Statement[], second: readonly Statement[]): Recording {
  if (first.length !== second.length || first.some((one, at) => one.text !== second[at]?.text)) {
    throw new Error(`two like requests sent different statements:\n${texts(first)}\n---\n${texts(second)}`)
  }
  const fresh = new Set<string>()
  first.forEach((one, at) => one.values.forEach((value, index) => {
    const other = second[at]?.values[index]
    if (typeof value === 'string' && typeof other === 'string' && value !== other && isMade(value)) fresh.add(value)
  }))
  return { statements: second.map((one, at) => ({ text: one.text, values: first[at]?.values ?? [] })), fresh: [...fresh] }
}

/** Ids, numbers that people read out, idempotency keys. */
function isMade(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) || /^[A-Z]\d{12,}$/.test(value)
}

function texts(statements: readonly Statement[]): string {
  return statements.map((one) => one.text).join('\n')
}
