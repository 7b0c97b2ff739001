import { readFileSync } from 'node:fs'
import type { Method } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../app.ts'
import { systemWrite } from '../http/index.ts'
import { openSession } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { openWorld, type World } from './index.ts'

const Matrix = z.object({
  roles: z.array(z.string()),
  routes: z.record(
    z.string(),
    z.object({
      permission: z.string(),
      method: z.string(),
      path: z.string(),
      roles: z.union([z.array(z.string()), z.literal('everybody'), z.literal('signed in')]),
    }),
  ),
})
const config = new URL('../../../../', import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, config), 'utf8'))
const matrix = Matrix.parse(readJson('docs/permission-matrix.json'))

describe('ORG-05 every route, called as every role', () => {
  let world: World
  const sessions = new Map<string, string>()
  beforeAll(async () => {
    world = await openWorld()
    for (const role of matrix.roles) sessions.set(role, await sessionOf(role))
  }, 60_000)
  afterAll(() => world.close())

  /** A person who holds this one role and nothing else. */
  async function sessionOf(role: string): Promise<string> {
    return systemWrite(world.app, systemActor(1, '127.0.0.1'), async (tx) => {
      const userId = newId()
      const institution = await tx.db
        .selectFrom('institution')
        .select('id')
        .where('tenant_id', '=', 1)
        .where('code', '=', 'HO')
        .executeTakeFirstOrThrow()
      await tx.db
        .insertInto('staff_user')
        .values({
          tenant_id: 1,
          id: userId,
          login: `only-${role}`,
          name: role,
          post: role,
          institution_id: institution.id,
          salt: tx.vault.newSalt(),
          created_at: tx.now,
        })
        .execute()
      await tx.db.insertInto('user_role').values({ tenant_id: 1, user_id: userId, role_code: role }).execute()
      return openSession(tx, { kind: 'staff', userId })
    })
  }

  it('knows every route that is bound, with the permission the server asks', () => {
    const bound = Object.fromEntries(allRoutes.map(({ route }) => [route.id, route.permission]))
    const known = Object.entries(matrix.routes).map(([id, line]) => [id, line.permission])
    expect(Object.fromEntries(known.filter(([id = '']) => id in bound))).toEqual(bound)
  })

  it.each(['nobody', ...matrix.roles])(
    'answers %s as the matrix says',
    async (role) => {
      const wrong: string[] = []
      for (const { route } of allRoutes) {
        const { code, status } = await call(route.method, route.path, sessions.get(role))
        const allowed = matrix.routes[route.id]?.roles
        const may =
          allowed === 'everybody' ||
          (role !== 'nobody' && (allowed === 'signed in' || allowed?.includes(role) === true))
        const expected = may ? 'let through' : role === 'nobody' ? 'request.sign_in_first' : 'request.not_permitted'
        const isStopped = code === 'request.sign_in_first' || code === 'request.not_permitted'
        const found = isStopped ? code : 'let through'
        if (found !== expected) wrong.push(`${route.id}: ${found}, expected ${expected}`)
        if (isStopped !== (status === 401 || status === 403) && isStopped)
          wrong.push(`${route.id}: ${code} with status ${status}`)
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  /** Without an idempotency key and without a body: what passes the gate stops at the next one, and nothing is done. */
  async function call(
    method: Method,
    path: string,
    token: string | undefined,
  ): Promise<{ code: string; status: number }> {
    const url = path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')
    const answer = await world.server.inject({ method, url, ...(token ? { cookies: { anpei_session: token } } : {}) })
    const code = z.object({ code: z.string() }).safeParse(safeJson(answer.body)).data?.code ?? ''
    return { code, status: answer.statusCode }
  }
})

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
