/** Every paper we hold about a person (CUS-02), whatever matter it came with. */
import { z } from 'zod'
import { Id, Instant, page, PageQuery, route } from '../kernel/index.ts'
import { personParams } from './persons.ts'

export const listPersonPapers = route({
  id: 'listPersonPapers',
  method: 'GET',
  path: '/api/persons/:personId/papers',
  permission: 'person.read',
  summary: '客户名下的全部资料（新收的在前）',
  sensitive: true,
  params: personParams,
  query: PageQuery,
  answer: page(
    z.object({
      id: Id,
      title: z.string(),
      subject: z.object({ kind: z.string(), id: Id }),
      channel: z.string(),
      receivedAt: Instant,
      recordedBy: z.string().nullable(),
      verdict: z.enum(['accepted', 'rejected']).nullable(),
      files: z.array(z.object({ id: Id, mediaType: z.string(), fileName: z.string() })),
    }),
  ),
})
export const getPersonPaper = route({
  id: 'getPersonPaper',
  method: 'GET',
  path: '/api/persons/:personId/papers/:fileId',
  permission: 'person.read',
  summary: '查看客户名下的资料',
  sensitive: true,
  download: true,
  params: personParams.extend({ fileId: Id }),
})
