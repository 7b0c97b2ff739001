/** One's own account, the first sign-in by a one-time link, and sign-in through the company's provider (ORG-04). */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'

const Code = z.string().regex(/^\d{6}$/, '请输入6位动态口令')

export const SessionView = z.object({
  id: Id,
  createdAt: Instant,
  expiresAt: Instant,
  source: z.string(),
  agent: z.string(),
  current: z.boolean(),
})

export const listMySessions = route({
  id: 'listMySessions',
  method: 'GET',
  path: '/api/my/sessions',
  permission: 'session',
  summary: '我的登录',
  answer: z.object({ items: z.array(SessionView) }),
})

export const revokeMySession = route({
  id: 'revokeMySession',
  method: 'POST',
  path: '/api/my/sessions/:id/revoke',
  permission: 'session',
  summary: '下线我的一处登录',
  params: z.object({ id: Id }),
  answer: z.object({ count: z.int() }),
})

export const changeMyPassword = route({
  id: 'changeMyPassword',
  method: 'POST',
  path: '/api/my/password',
  permission: 'session',
  summary: '修改我的密码',
  body: z.object({ password: Text(200), newPassword: Text(200), code: Code }),
})

export const openSetupLink = route({
  id: 'openSetupLink',
  method: 'POST',
  path: '/api/setup/open',
  permission: 'public',
  summary: '打开首次登录链接，取得动态口令密钥',
  body: z.object({ token: Text(200) }),
  answer: z.object({
    login: z.string(),
    name: z.string(),
    secondFactorSecret: z.string(),
    secondFactorUri: z.string(),
  }),
})

export const finishSetup = route({
  id: 'finishSetup',
  method: 'POST',
  path: '/api/setup/finish',
  permission: 'public',
  summary: '设定密码与动态口令',
  body: z.object({ token: Text(200), password: Text(200), code: Code }),
  answer: z.object({ login: z.string() }),
})

export const startOidc = route({
  id: 'startOidc',
  method: 'POST',
  path: '/api/oidc/start',
  permission: 'public',
  summary: '转到公司统一登录；url 为空表示没有开通',
  answer: z.object({ url: z.string().nullable() }),
})

export const finishOidc = route({
  id: 'finishOidc',
  method: 'POST',
  path: '/api/oidc/finish',
  permission: 'public',
  summary: '由公司统一登录返回（带回地址栏 ? 之后的全部）',
  body: z.object({ search: Text(4000) }),
  answer: z.object({ name: z.string() }),
})
