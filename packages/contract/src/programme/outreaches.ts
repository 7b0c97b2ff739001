/** Possible claims (PRG-05): those who died, and the families to be asked, because unused cover is the real failure. */
import { OUTREACH_SOURCES, outreachLifecycle } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'

export const OutreachState = keysOf(outreachLifecycle.states)
export const OutreachSource = keysOf(OUTREACH_SOURCES)
export const OutreachView = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    phoneMasked: z.string(),
    villageName: z.string().nullable(),
    /** What gave the occasion, such as a death in the roster, with its day. */
    occasion: z.string(),
    source: OutreachSource,
    sourceWord: z.string(),
    state: OutreachState,
    stateWord: z.string(),
    note: z.string(),
    owner: z.string().nullable(),
    openedAt: Instant,
    endedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'Outreach', description: '可能的理赔' })
export type OutreachView = z.output<typeof OutreachView>

export const listOutreaches = route({
  id: 'listOutreaches',
  method: 'GET',
  path: '/api/outreaches',
  permission: 'roster.outreach',
  summary: '可能的理赔：待联系的家庭',
  sensitive: true,
  query: PageQuery.extend({ state: OutreachState.optional(), source: OutreachSource.optional() }),
  answer: page(OutreachView),
})
export const moveOutreach = route({
  id: 'moveOutreach',
  method: 'POST',
  path: '/api/outreaches/:outreachId/move',
  permission: 'roster.outreach',
  summary: '登记联系结果',
  params: z.object({ outreachId: Id }),
  body: z.object({ act: z.enum(['reach', 'claim', 'close', 'giveUp']), note: Text(500) }),
  answer: OutreachView,
})
