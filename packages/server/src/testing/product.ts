/** Starts serve.ts, signs people in over its real port, and kills it without a warning. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { call, type Answer, type CallOptions, type Route, type Sent } from '@anpei/contract/kernel'
import { codeAt, readOrganisation } from '../identity/index.ts'
import { TEST_START } from './template.ts'
import type { Caller } from './world.ts'

export type ProductOptions = {
  readonly url: string
  readonly ring: string
  readonly folder: string
  /** Does jobs too. */
  readonly works?: boolean
}
export type Product = {
  as(login: string): Promise<Caller>
  /** SIGKILL: nothing is said to the database, no request is answered. */
  kill(): Promise<void>
}

const program = fileURLToPath(new URL('./serve.ts', import.meta.url))
const node = fileURLToPath(new URL('../../../../node_modules/node/bin/node', import.meta.url))

export async function startProduct(options: ProductOptions): Promise<Product> {
  const child = spawn(node, [program, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const base = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
  ])
  return {
    as: (login) => callerAt(base, login),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Signs a person in at a listening server whose clock stands at the start. */
export async function callerAt(base: string, login: string): Promise<Caller> {
  const cookie = await signIn(base, login)
  const speak = <R extends Route>(route: R, sent: Sent<R>, sending: CallOptions = {}): Promise<Answer<R>> =>
    call(route, sent, { ...sending, base, headers: { cookie } })
  return Object.assign(speak, { login })
}

async function signIn(base: string, login: string): Promise<string> {
  const { password, secondFactorSecret } = readOrganisation()
  const answer = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password, code: codeAt(secondFactorSecret, TEST_START) }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!cookie) throw new Error(`${login} could not sign in: ${await answer.text()}`)
  return cookie.split(';')[0] ?? ''
}
