/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type * as contract from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  portalComplain: at<Contract['portalComplain']>('POST', '/api/portal/complaints'),
  portalMyComplaints: at<Contract['portalMyComplaints']>('GET', '/api/portal/complaints'),
  portalAddFacts: at<Contract['portalAddFacts']>('POST', '/api/portal/complaints/:complaintId/facts'),
  portalHandInMandate: at<Contract['portalHandInMandate']>('POST', '/api/portal/complaints/:complaintId/mandate'),
  portalReadDecision: at<Contract['portalReadDecision']>(
    'POST',
    '/api/portal/complaints/:complaintId/letters/:letterId/reading',
  ),
  portalReply: at<Contract['portalReply']>('POST', '/api/portal/complaints/:complaintId/reply'),
  portalAskRecheck: at<Contract['portalAskRecheck']>('POST', '/api/portal/complaints/:complaintId/recheck'),
  portalPublications: at<Contract['portalPublications']>('GET', '/api/portal/published'),
  portalPublication: at<Contract['portalPublication']>('GET', '/api/portal/published/:publicationId'),
}

export type MyComplaint = Answer<Contract['portalMyComplaints']>['items'][number]
export type PublishedComplaints = Answer<Contract['portalPublication']>
