/** Decision tables (CLM-07): business staff change class and routing of claims, a second person publishes. */
import { tableLifecycle } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, route, Text } from '../kernel/index.ts'

export const TableState = keysOf(tableLifecycle.states)
/** JDM of the decision engine, as its browser editor reads and writes it. */
export const TableContent = z.record(z.string(), z.unknown())

export const TableRow = z
  .object({
    id: Id,
    code: z.string(),
    title: z.string(),
    versionNo: z.int(),
    state: TableState,
    stateWord: z.string(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    publishedBy: z.string().nullable(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'DecisionTableRow' })
export const TableView = TableRow.extend({ content: TableContent, can: Can }).meta({
  id: 'DecisionTable',
  description: '决策表',
})
export type TableView = z.output<typeof TableView>

const tableParams = z.object({ tableId: Id })

export const listTables = route({
  id: 'listTables',
  method: 'GET',
  path: '/api/decision-tables',
  permission: 'programme.read',
  summary: '决策表列表',
  answer: z.object({ tables: z.array(TableRow) }),
})
export const getTable = route({
  id: 'getTable',
  method: 'GET',
  path: '/api/decision-tables/:tableId',
  permission: 'programme.read',
  summary: '决策表',
  params: tableParams,
  answer: TableView,
})
export const draftTable = route({
  id: 'draftTable',
  method: 'POST',
  path: '/api/decision-tables',
  permission: 'programme.edit',
  summary: '起草决策表的新版本',
  body: z.object({ code: Text(60), content: TableContent }),
  answer: TableView,
})
export const editTable = route({
  id: 'editTable',
  method: 'PUT',
  path: '/api/decision-tables/:tableId',
  permission: 'programme.edit',
  summary: '编辑决策表草稿',
  params: tableParams,
  body: z.object({ content: TableContent }),
  answer: TableView,
})
export const submitTable = route({
  id: 'submitTable',
  method: 'POST',
  path: '/api/decision-tables/:tableId/submit',
  permission: 'programme.edit',
  summary: '提交发布',
  params: tableParams,
  answer: TableView,
})
export const publishTable = route({
  id: 'publishTable',
  method: 'POST',
  path: '/api/decision-tables/:tableId/publish',
  permission: 'programme.publish',
  summary: '发布（起草人之外的第二人）',
  params: tableParams,
  answer: TableView,
})
/** Runs a table on an example, so that a draft can be tried before it is submitted. */
export const tryTable = route({
  id: 'tryTable',
  method: 'POST',
  path: '/api/decision-tables/try',
  permission: 'programme.edit',
  summary: '用例子试算',
  body: z.object({ content: TableContent, input: z.record(z.string(), z.unknown()) }),
  answer: z.object({ output: z.record(z.string(), z.unknown()) }),
})
