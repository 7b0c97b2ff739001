/** Privacy of the customer; the sources of personal data are put together above (CUS-07, CUS-10). */
import * as api from '@anpei/contract/customers'
import { on, onFile, type Bound } from '../http/index.ts'
import { answerDataRequest } from './answer-data-request.ts'
import { copyPersonalData } from './copy-personal-data.ts'
import { correctByRequest } from './correct-by-request.ts'
import { decideRetention } from './decide-retention.ts'
import { endDataRequest } from './end-data-request.ts'
import { liftHold } from './lift-hold.ts'
import type { PersonalDataSource } from './personal-data.ts'
import { proposeErasure } from './propose-erasure.ts'
import { proposeRetention } from './propose-retention.ts'
import { receiveDataRequest } from './receive-data-request.ts'
import { setHold } from './set-hold.ts'
import { verifyDataRequest } from './verify-data-request.ts'
import { getDataRequest, getDataRequestFile, listDataRequests } from './views-data-requests.ts'
import { getRetentionRun, listHolds, listRetention } from './views-retention.ts'

export function privacyRoutes(sources: readonly PersonalDataSource[]): readonly Bound[] {
  return [
    on(api.receiveDataRequest, receiveDataRequest),
    on(api.listDataRequests, listDataRequests),
    on(api.getDataRequest, getDataRequest),
    on(api.verifyDataRequest, verifyDataRequest),
    on(api.copyPersonalData, (tx, input) => copyPersonalData(tx, input, sources)),
    on(api.correctByRequest, correctByRequest),
    on(api.proposeErasure, (tx, input) => proposeErasure(tx, input, sources)),
    on(api.answerDataRequest, answerDataRequest),
    on(api.closeDataRequest, (tx, { params }) => endDataRequest(tx, params.requestId, null)),
    on(api.withdrawDataRequest, (tx, { params, body }) => endDataRequest(tx, params.requestId, body.reason)),
    onFile(api.getDataRequestFile, getDataRequestFile),
    on(api.listRetention, listRetention),
    on(api.getRetentionRun, getRetentionRun),
    on(api.proposeRetention, (tx, input) => proposeRetention(tx, input, sources)),
    on(api.decideRetention, decideRetention),
    on(api.listHolds, listHolds(sources)),
    on(api.setHold, setHold),
    on(api.liftHold, liftHold),
  ]
}
