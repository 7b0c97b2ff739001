/** CMP-13: the anonymised case library, for training. */
import { libraryLifecycle, LOOP_STEPS, ROOT_CAUSES } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../../kernel/index.ts'
import { complaintParams } from '../words.ts'

const State = keysOf(libraryLifecycle.states)
const LibraryStand = z.object({ id: Id, caseNo: z.string(), state: State, stateWord: z.string() })
const words = {
  title: Text(100),
  /** What happened, without anybody in it. */
  happened: Text(3000),
  reason: Text(2000),
  handled: Text(2000),
  lesson: Text(2000),
}
const LibraryItem = LibraryStand.extend({
  title: z.string(),
  stepWord: z.string(),
  causeWord: z.string(),
  writtenAt: Instant,
})
export const LibraryCase = LibraryItem.extend({
  happened: z.string(),
  reason: z.string(),
  handled: z.string(),
  lesson: z.string(),
  writtenBy: z.string(),
  checkedBy: z.string().nullable(),
  checkedAt: Instant.nullable(),
  comment: z.string(),
  /** What was changed by it. */
  changes: z.array(z.object({ kindWord: z.string(), title: z.string(), path: z.string(), version: z.int() })),
  can: Can,
}).meta({ id: 'LibraryCase', description: '案例' })
export type LibraryCase = z.output<typeof LibraryCase>

export const draftLibraryCase = route({
  id: 'draftLibraryCase',
  method: 'POST',
  path: '/api/complaints/:complaintId/library-case',
  permission: 'complaint.improve',
  summary: '编写案例（不得认出任何人；退回后再写一次）',
  params: complaintParams,
  body: z.object(words),
  answer: LibraryStand,
})
const caseParams = z.object({ caseId: Id })
export const checkLibraryCase = route({
  id: 'checkLibraryCase',
  method: 'POST',
  path: '/api/case-library/:caseId/check',
  permission: 'complaint.improve',
  summary: '另一人复核案例：入库或退回',
  params: caseParams,
  body: z.object({ publish: z.boolean(), comment: MaybeText(1000).default('') }),
  answer: LibraryStand,
})
export const listLibraryCases = route({
  id: 'listLibraryCases',
  method: 'GET',
  path: '/api/case-library',
  permission: 'knowledge.read',
  summary: '案例库：按文字、环节、根因查找',
  query: PageQuery.extend({
    q: z.string().max(60).optional(),
    step: keysOf(LOOP_STEPS).optional(),
    rootCause: keysOf(ROOT_CAUSES).optional(),
    /** Those that wait for a second person, for who may work on them. */
    show: z.enum(['published', 'waiting']).default('published'),
  }),
  answer: page(LibraryItem),
})
export const getLibraryCase = route({
  id: 'getLibraryCase',
  method: 'GET',
  path: '/api/case-library/:caseId',
  permission: 'knowledge.read',
  summary: '一个案例',
  params: caseParams,
  answer: LibraryCase,
})
