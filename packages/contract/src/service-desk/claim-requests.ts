/** What the customer said and handed in at the desk, for whoever works on the claim (SRV-01, CLM-04). */
import { z } from 'zod'
import { Id, Instant, route } from '../kernel/index.ts'
import { RequestOfCase } from './requests.ts'

const params = z.object({ claimId: Id })

export const listClaimRequests = route({
  id: 'listClaimRequests',
  method: 'GET',
  path: '/api/claims/:claimId/requests',
  permission: 'claim.read',
  summary: '赔案来自哪些服务单：客户说了什么（号码遮住）、交来哪些文件、哪些已收作资料',
  sensitive: true,
  params,
  answer: z.object({
    items: z.array(
      RequestOfCase.extend({
        /** The customer's own words, without any number. */
        said: z.array(z.object({ at: Instant, text: z.string() })),
        /** Files that stand among the papers of the claim already. */
        taken: z.array(Id),
        /** The reader may open the request itself. */
        open: z.boolean(),
      }),
    ),
  }),
})
export const getClaimRequestFile = route({
  id: 'getClaimRequestFile',
  method: 'GET',
  path: '/api/claims/:claimId/requests/:requestId/files/:fileId',
  permission: 'claim.read',
  summary: '查看服务单中客户交来的文件',
  sensitive: true,
  download: true,
  params: params.extend({ requestId: Id, fileId: Id }),
})
