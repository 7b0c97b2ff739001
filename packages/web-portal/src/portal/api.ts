/**
 * Method and address of every route the portal calls, typed by the contract. The contract's own objects would bring the
 * whole validator to the phone; a test holds this table against them.
 */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/portal'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  portalSendCode: at<Contract['portalSendCode']>('POST', '/api/portal/codes'),
  portalSignIn: at<Contract['portalSignIn']>('POST', '/api/portal/sign-in'),
  demoLastCode: at<Contract['demoLastCode']>('POST', '/api/demo/last-code'),
  portalMe: at<Contract['portalMe']>('GET', '/api/portal/me'),
  portalLinkPerson: at<Contract['portalLinkPerson']>('POST', '/api/portal/links'),
  portalHandInConsent: at<Contract['portalHandInConsent']>('POST', '/api/portal/links/consent'),
  portalEndLink: at<Contract['portalEndLink']>('POST', '/api/portal/links/:linkId/end'),
  portalPrivacy: at<Contract['portalPrivacy']>('GET', '/api/portal/links/:linkId/privacy'),
  portalSetConsent: at<Contract['portalSetConsent']>('POST', '/api/portal/links/:linkId/consents'),
  portalAskData: at<Contract['portalAskData']>('POST', '/api/portal/links/:linkId/data-requests'),
  portalReport: at<Contract['portalReport']>('POST', '/api/portal/reports'),
  portalMyCases: at<Contract['portalMyCases']>('GET', '/api/portal/cases'),
  portalClaim: at<Contract['portalClaim']>('GET', '/api/portal/claims/:claimId'),
  portalLookUp: at<Contract['portalLookUp']>('POST', '/api/portal/look-up'),
  portalWorking: at<Contract['portalWorking']>('GET', '/api/portal/claims/:claimId/working'),
  portalAddPapers: at<Contract['portalAddPapers']>('POST', '/api/portal/claims/:claimId/papers'),
  portalApplication: at<Contract['portalApplication']>('GET', '/api/portal/claims/:claimId/application'),
  portalSignApplication: at<Contract['portalSignApplication']>('POST', '/api/portal/claims/:claimId/application'),
  portalLeaveMessage: at<Contract['portalLeaveMessage']>('POST', '/api/portal/claims/:claimId/messages'),
  portalLetterText: at<Contract['portalLetterText']>('GET', '/api/portal/letters/:letterId/text'),
  portalPayees: at<Contract['portalPayees']>('GET', '/api/portal/claims/:claimId/payees'),
  portalNamePayee: at<Contract['portalNamePayee']>('POST', '/api/portal/claims/:claimId/payees'),
  portalGuide: at<Contract['portalGuide']>('GET', '/api/portal/guide'),
  portalContacts: at<Contract['portalContacts']>('GET', '/api/portal/contacts'),
}

export type PortalAnswer<N extends keyof typeof api> = Answer<Contract[N]>
