/** What families say to us about their case (CLM-20). */
import { z } from 'zod'
import { Id, route, Text } from '../kernel/index.ts'
import { ClaimStand } from './claims.ts'

export const answerMessage = route({
  id: 'answerMessage',
  method: 'POST',
  path: '/api/messages/:messageId/answer',
  permission: 'claim.collect',
  summary: '答复客户留言，并通知客户',
  params: z.object({ messageId: Id }),
  body: z.object({ text: Text(1000) }),
  answer: ClaimStand,
})
