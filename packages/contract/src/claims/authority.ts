/** Papers we ask an office for ourselves, by letter (CLM-03, CLM-15). */
import { AUTHORITY_WORDS } from '@anpei/domain/claims'
import { z } from 'zod'
import { Id, keysOf, route, Text } from '../kernel/index.ts'
import { ClaimStand } from './claims.ts'

const AuthorityKind = keysOf(AUTHORITY_WORDS)

export const askAuthority = route({
  id: 'askAuthority',
  method: 'POST',
  path: '/api/claims/:claimId/authority-requests',
  permission: 'claim.investigate',
  summary: '我们去要：向医院、公安、村居等发调取资料函，并排好跟催',
  params: z.object({ claimId: Id }),
  body: z.object({ code: z.string().max(60), kind: AuthorityKind, authority: Text(60), why: Text(100) }),
  answer: ClaimStand,
})
export const remindAuthority = route({
  id: 'remindAuthority',
  method: 'POST',
  path: '/api/authority-requests/:requestId/remind',
  permission: 'claim.investigate',
  summary: '到期没有答复，再发一封函催要',
  params: z.object({ requestId: Id }),
  answer: ClaimStand,
})
