/** How a person wants to be told (NTF-02). */
import { z } from 'zod'
import { Id, Instant, route } from '../kernel/index.ts'
import { Channel } from './notices.ts'

export const PreferenceView = z
  .object({
    preferred: z.array(Channel),
    refused: z.array(Channel),
    hasWechat: z.boolean(),
    emailMasked: z.string(),
    /** Others of the household that get one letter together. */
    household: z.array(z.object({ personId: Id, name: z.string() })),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'NoticePreference', description: '告知方式偏好' })
export type PreferenceView = z.output<typeof PreferenceView>

export const getNoticePreference = route({
  id: 'getNoticePreference',
  method: 'GET',
  path: '/api/persons/:personId/notice-preference',
  permission: 'notice.read',
  summary: '客户希望怎样被告知',
  params: z.object({ personId: Id }),
  answer: PreferenceView,
})
export const saveNoticePreference = route({
  id: 'saveNoticePreference',
  method: 'PUT',
  path: '/api/persons/:personId/notice-preference',
  permission: 'notice.handle',
  summary: '登记告知方式：渠道顺序、地址、同户',
  params: z.object({ personId: Id }),
  body: z.object({
    preferred: z.array(Channel).max(6),
    refused: z.array(Channel).max(4),
    /** Left out = unchanged; null = taken away. */
    wechatOpenId: z.string().trim().max(100).nullable().optional(),
    email: z.email().max(200).nullable().optional(),
    /** Lives in one household with this person; null = with nobody; left out = unchanged. */
    householdWith: Id.nullable().optional(),
  }),
  answer: PreferenceView,
})
