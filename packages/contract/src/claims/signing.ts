/** The application (理赔申请书), shown filled and signed on the screen or by thumbprint (CLM-03). */
import { RELATIONS, SIGNING_WAYS } from '@anpei/domain/claims'
import { z } from 'zod'
import { Id, keysOf, route, Text } from '../kernel/index.ts'
import { ClaimStand } from './claims.ts'
import { Channel } from './words.ts'

const claimParams = z.object({ claimId: Id })

export const ApplicationForm = z
  .object({
    claimNo: z.string(),
    insuredName: z.string(),
    rows: z.array(z.object({ label: z.string(), value: z.string() })),
    /** What is declared by signing. */
    statement: z.string(),
  })
  .meta({ id: 'ApplicationForm', description: '理赔申请书（已填好）' })

export const Signing = z.object({
  way: keysOf(SIGNING_WAYS),
  signerName: Text(40),
  relation: keysOf(RELATIONS),
  /** Needed with a thumbprint. */
  witness: z
    .object({ name: Text(40), contact: Text(30), relation: keysOf(RELATIONS) })
    .nullable()
    .default(null),
})

export const getApplication = route({
  id: 'getApplication',
  method: 'GET',
  path: '/api/claims/:claimId/application',
  permission: 'claim.collect',
  summary: '理赔申请书：按已有信息填好，给客户看',
  sensitive: true,
  params: claimParams,
  answer: ApplicationForm,
})
/** The picture of the signature or thumbprint comes as one part named `signature`. */
export const signApplication = route({
  id: 'signApplication',
  method: 'POST',
  path: '/api/claims/:claimId/application',
  permission: 'claim.collect',
  summary: '当面签理赔申请书（屏幕签名，或手印加见证人），法定时限起算',
  files: true,
  params: claimParams,
  body: Signing.extend({ channel: Channel.default('counter') }),
  answer: ClaimStand,
})
