/** Whom personal data are given to, and what left the house (CUS-09). */
import { PARTNER_KINDS, sharingLifecycle } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

const entryParams = z.object({ entryId: Id })

export const SharingEntry = z
  .object({
    id: Id,
    partner: z.string(),
    kind: keysOf(PARTNER_KINDS),
    purpose: z.string(),
    purposeTitle: z.string(),
    scope: z.string(),
    fromOn: Day,
    toOn: Day,
    state: keysOf(sharingLifecycle.states),
    stateWord: z.string(),
    /** Confirmed and in force today. */
    inForce: z.boolean(),
    madeBy: z.string(),
    madeAt: Instant,
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    comment: z.string().nullable(),
    files: z.array(z.object({ id: Id, fileName: z.string() })),
    can: Can,
  })
  .meta({ id: 'SharingEntry', description: '对外提供登记' })
export type SharingEntry = z.output<typeof SharingEntry>

export const listSharing = route({
  id: 'listSharing',
  method: 'GET',
  path: '/api/sharing',
  permission: 'privacy.read',
  summary: '对外提供登记册',
  answer: z.object({
    entries: z.array(SharingEntry),
    purposes: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
})
export const proposeSharing = route({
  id: 'proposeSharing',
  method: 'POST',
  path: '/api/sharing',
  permission: 'privacy.answer',
  summary: '登记对外提供，连同保密协议（文件字段 agreement）；第二人复核后生效',
  files: true,
  body: z.object({
    partner: Text(80),
    kind: keysOf(PARTNER_KINDS),
    purpose: Text(40),
    scope: Text(500),
    fromOn: Day,
    toOn: Day,
  }),
  answer: SharingEntry,
})
export const decideSharingEntry = route({
  id: 'decideSharingEntry',
  method: 'POST',
  path: '/api/sharing/:entryId/decide',
  permission: 'privacy.check',
  summary: '复核对外提供（第二人）',
  params: entryParams,
  body: z.object({ approve: z.boolean(), comment: MaybeText(300).default('') }),
  answer: SharingEntry,
})
export const endSharing = route({
  id: 'endSharing',
  method: 'POST',
  path: '/api/sharing/:entryId/end',
  permission: 'privacy.answer',
  summary: '停止对外提供',
  params: entryParams,
  body: z.object({ reason: Text(300) }),
  answer: SharingEntry,
})
export const getAgreement = route({
  id: 'getAgreement',
  method: 'GET',
  path: '/api/sharing/:entryId/agreement/:fileId',
  permission: 'privacy.read',
  summary: '查看保密协议',
  download: true,
  params: z.object({ entryId: Id, fileId: Id }),
})
export const listExports = route({
  id: 'listExports',
  method: 'GET',
  path: '/api/export-records',
  permission: 'privacy.read',
  summary: '导出记录：谁、为什么、给谁；按水印上的编号查',
  query: PageQuery.extend({ no: MaybeText(20).optional() }),
  answer: page(
    z.object({
      id: Id,
      exportNo: z.string(),
      what: z.string(),
      format: z.string(),
      /** Null: for use inside the house. */
      partner: z.string().nullable(),
      reason: z.string(),
      rowCount: z.int().nullable(),
      madeBy: z.string().nullable(),
      madeAt: Instant,
    }),
  ),
})
export const listSharedOfPerson = route({
  id: 'listSharedOfPerson',
  method: 'GET',
  path: '/api/persons/:personId/shared',
  permission: 'privacy.read',
  summary: '这位客户的信息给过谁：付款银行、保险公司、机关单位、接口推送',
  params: personParams,
  query: PageQuery,
  answer: page(
    z.object({
      id: Id,
      exportNo: z.string(),
      what: z.string(),
      partner: z.string(),
      purposeTitle: z.string(),
      scope: z.string(),
      reason: z.string(),
      madeBy: z.string().nullable(),
      madeAt: Instant,
    }),
  ).extend({
    /** Events about the person that programs were told of: ids, codes and amounts. */
    pushes: z.array(z.object({ id: Id, partner: z.string(), name: z.string(), count: z.int(), lastAt: Instant })),
  }),
})
