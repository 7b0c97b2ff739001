/** Privacy of the customer; the sources of personal data are put together above (CUS-07, CUS-10). */
import * as api from '@anpei/contract/customers'
import { on, onFile, type Bound } from '../../http/index.ts'
import { answerDataRequest } from './answer-data-request.ts'
import { copyPersonalData } from './copy-personal-data.ts'
import { correctByRequest } from './correct-by-request.ts'
import { decideRetention } from './decide-retention.ts'
import { decideSharingEntry } from './decide-sharing-entry.ts'
import { endDataRequest } from './end-data-request.ts'
import { endSharing } from './end-sharing.ts'
import { giveConsent } from './give-consent.ts'
import { liftHold } from './lift-hold.ts'
import { openSeal } from './open-seal.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { proposeErasure } from './propose-erasure.ts'
import { proposeRetention } from './propose-retention.ts'
import { proposeSharing } from './propose-sharing.ts'
import { receiveDataRequest } from './receive-data-request.ts'
import { recordIncident } from './record-incident.ts'
import { refuseUse } from './refuse-use.ts'
import { setHold } from './set-hold.ts'
import { stepIncident } from './step-incident.ts'
import { verifyDataRequest } from './verify-data-request.ts'
import { getConsentProof, listConsents } from './views-consents.ts'
import { getDataRequest, getDataRequestFile, listDataRequests } from './views-data-requests.ts'
import { getIncident, listIncidents } from './views-privacy-incidents.ts'
import { listSeals } from './views-seals.ts'
import { getRetentionRun, listHolds, listRetention } from './views-retention.ts'
import { getAgreement, listExports, listSharedOfPerson, listSharing } from './views-sharing.ts'
import { withdrawConsent } from './withdraw-consent.ts'

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
    on(api.getRetentionRun, (tx, input) => getRetentionRun(tx, input, sources)),
    on(api.proposeRetention, (tx, input) => proposeRetention(tx, input, sources)),
    on(api.decideRetention, decideRetention),
    on(api.listHolds, listHolds(sources)),
    on(api.setHold, setHold),
    on(api.liftHold, liftHold),
    on(api.listConsents, listConsents),
    on(api.giveConsent, giveConsent),
    on(api.withdrawConsent, withdrawConsent),
    on(api.refuseUse, refuseUse),
    onFile(api.getConsentProof, getConsentProof),
    on(api.listSharing, listSharing),
    on(api.proposeSharing, proposeSharing),
    on(api.decideSharingEntry, decideSharingEntry),
    on(api.endSharing, endSharing),
    onFile(api.getAgreement, getAgreement),
    on(api.listExports, listExports),
    on(api.listSharedOfPerson, listSharedOfPerson),
    on(api.listIncidents, listIncidents),
    on(api.getIncident, getIncident),
    on(api.recordIncident, recordIncident),
    on(api.stepIncident, stepIncident),
    on(api.openSeal, openSeal),
    on(api.listSeals, listSeals),
  ]
}
