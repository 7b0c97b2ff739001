/** Maker–checker (ORG-05): a change waits, with before and after, for a second person. All rows share these routes. */
import { changeLifecycle } from '@anpei/domain/identity'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'
import { Named } from './words.ts'

export const ChangeState = keysOf(changeLifecycle.states)

export const ChangeRow = z.object({
  id: Id,
  kind: z.string(),
  kindWord: z.string(),
  title: z.string(),
  subjectKind: z.string(),
  subjectId: Id,
  state: ChangeState,
  stateWord: z.string(),
  madeBy: Named,
  madeAt: Instant,
  checkedBy: Named.nullable(),
  checkedAt: Instant.nullable(),
  comment: z.string().nullable(),
})

export const ChangeView = ChangeRow.extend({
  lines: z.array(z.object({ label: z.string(), before: z.string(), after: z.string(), changed: z.boolean() })),
  /** Files to look at before deciding, each with its address. */
  proofs: z.array(z.object({ title: z.string(), path: z.string() })),
  can: Can.meta({ description: 'confirm · reject · withdraw' }),
})

const one = z.object({ id: Id })

export const listChanges = route({
  id: 'listChanges',
  method: 'GET',
  path: '/api/changes',
  permission: 'session',
  summary: '复核：等我复核的、我提出的、已了结的',
  query: PageQuery.extend({
    which: z.enum(['for_me', 'mine', 'decided']).default('for_me'),
    kind: z.string().max(60).optional(),
  }),
  answer: page(ChangeRow),
})

export const viewChange = route({
  id: 'viewChange',
  method: 'GET',
  path: '/api/changes/:id',
  permission: 'session',
  summary: '变更：改前与改后',
  params: one,
  answer: ChangeView,
})

export const confirmChange = route({
  id: 'confirmChange',
  method: 'POST',
  path: '/api/changes/:id/confirm',
  permission: 'session',
  summary: '复核通过（不能是提出的人）',
  params: one,
})

export const rejectChange = route({
  id: 'rejectChange',
  method: 'POST',
  path: '/api/changes/:id/reject',
  permission: 'session',
  summary: '不同意，写明原因',
  params: one,
  body: z.object({ comment: Text(500) }),
})

export const withdrawChange = route({
  id: 'withdrawChange',
  method: 'POST',
  path: '/api/changes/:id/withdraw',
  permission: 'session',
  summary: '撤回自己提出的变更',
  params: one,
  body: z.object({ comment: Text(500) }),
})
