/** 准客户 (CUS-01): known by name and telephone only, later joined to the person of the register. */
import { z } from 'zod'
import { Can, Id, Instant, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'

export const ProspectView = z
  .object({
    id: Id,
    name: z.string(),
    phoneMasked: z.string(),
    villageName: z.string().nullable(),
    note: z.string(),
    recordedBy: z.string(),
    recordedAt: Instant,
    person: z.object({ id: Id, name: z.string() }).nullable(),
    joinedAt: Instant.nullable(),
    /** People of the register with the same telephone: perhaps the same. */
    alike: z.array(z.object({ id: Id, name: z.string(), sameName: z.boolean() })),
    can: Can,
  })
  .meta({ id: 'Prospect', description: '准客户' })
export type ProspectView = z.output<typeof ProspectView>

export const listProspects = route({
  id: 'listProspects',
  method: 'GET',
  path: '/api/prospects',
  permission: 'prospect.record',
  summary: '准客户（新登记的在前）',
  sensitive: true,
  query: PageQuery.extend({ joined: z.stringbool().optional() }),
  answer: page(ProspectView),
})
export const recordProspect = route({
  id: 'recordProspect',
  method: 'POST',
  path: '/api/prospects',
  permission: 'prospect.record',
  summary: '登记准客户：姓名和电话就够',
  body: z.object({
    name: Text(50),
    phone: Text(30),
    villageCode: z
      .string()
      .regex(/^\d{12}$/)
      .nullable()
      .default(null),
    note: MaybeText(300).default(''),
  }),
  answer: ProspectView,
})
export const joinProspect = route({
  id: 'joinProspect',
  method: 'POST',
  path: '/api/prospects/:prospectId/join',
  permission: 'prospect.record',
  summary: '确认准客户就是客户库里的这一位',
  params: z.object({ prospectId: Id }),
  body: z.object({ personId: Id }),
  answer: ProspectView,
})
