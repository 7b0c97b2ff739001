/** Likely doubles (CUS-01): found by a job, decided by a person; “not the same” is remembered. */
import { DOUBLE_REASONS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'
import { PersonRow } from './persons.ts'

export const PersonDouble = z
  .object({
    first: PersonRow,
    second: PersonRow,
    reasons: z.array(keysOf(DOUBLE_REASONS)),
    foundAt: Instant,
  })
  .meta({ id: 'PersonDouble', description: '可能重复的两份客户资料' })
export type PersonDouble = z.output<typeof PersonDouble>

export const listDoubles = route({
  id: 'listDoubles',
  method: 'GET',
  path: '/api/person-doubles',
  permission: 'person.merge',
  summary: '可能重复的客户（待处理）',
  sensitive: true,
  query: PageQuery,
  answer: page(PersonDouble).extend({
    /** When the register was last searched through; null = never. */
    searchedAt: Instant.nullable(),
    searching: z.boolean(),
  }),
})
export const searchDoubles = route({
  id: 'searchDoubles',
  method: 'POST',
  path: '/api/person-doubles/search',
  permission: 'person.merge',
  summary: '查找重复客户（后台进行）',
  answer: z.object({ taskId: Id }),
})
export const keepApart = route({
  id: 'keepApart',
  method: 'POST',
  path: '/api/person-doubles/:firstId/:secondId/not-same',
  permission: 'person.merge',
  summary: '确认不是同一个人，不再提示',
  params: z.object({ firstId: Id, secondId: Id }),
  body: z.object({ reason: Text(300) }),
  answer: z.object({ firstId: Id, secondId: Id }),
})
