/** Sign-in and the signed-in person (ORG-04). */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'

export const Me = z
  .object({
    kind: z.enum(['staff', 'customer', 'api_key', 'nobody', 'system']),
    id: Id,
    name: z.string(),
    post: z.string().nullable(),
    institution: z.string().nullable(),
    tenant: z.object({ id: z.int(), name: z.string(), kind: z.enum(['insurer', 'broker', 'agency']) }),
    permissions: z.array(z.string()),
    /** Roles that sleep until a certificate is recorded (ORG-06). */
    sleeping: z.array(
      z.object({
        role: z.string(),
        certificates: z.string(),
        permissions: z.array(z.string()),
        /** What a page of such a permission says. */
        message: z.string(),
      }),
    ),
    now: Instant,
    /** The demo's clock can be put forward. */
    timePasses: z.boolean(),
  })
  .meta({ id: 'Me', description: '当前登录者' })
export type Me = z.output<typeof Me>

export const signIn = route({
  id: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  permission: 'public',
  summary: '员工登录：账号、密码、动态口令',
  body: z.object({ login: Text(60), password: Text(200), code: z.string().regex(/^\d{6}$/, '请输入6位动态口令') }),
  answer: z.object({ name: z.string() }),
})

export const signOut = route({
  id: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  permission: 'session',
  summary: '退出登录',
})

export const whoAmI = route({
  id: 'whoAmI',
  method: 'GET',
  path: '/api/me',
  permission: 'public',
  summary: '当前登录者与其权限',
  answer: Me,
})

/** Only in the demo: who can sign in, and with which code just now. Not there in production. */
export const demoAccounts = route({
  id: 'demoAccounts',
  method: 'GET',
  path: '/api/demo/accounts',
  permission: 'public',
  summary: '演示：可用账号与当前动态口令',
  answer: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      post: z.string(),
      tenant: z.string(),
      password: z.string(),
      code: z.string(),
    }),
  ),
})

/** Only in the demo: days pass at a press, so that promises can be seen running out. Not there in production. */
export const passDemoTime = route({
  id: 'passDemoTime',
  method: 'POST',
  path: '/api/demo/time',
  permission: 'session',
  summary: '演示：时间逐小时快进（最多一天），每小时到期的事当即办完',
  body: z.object({ hours: z.int().min(1).max(24) }),
  answer: z.object({ now: Instant }),
})
