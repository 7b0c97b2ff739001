/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/visits'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  portalBookVisit: at<Contract['portalBookVisit']>('POST', '/api/portal/visits'),
  portalMyVisits: at<Contract['portalMyVisits']>('GET', '/api/portal/visits'),
  portalCancelVisit: at<Contract['portalCancelVisit']>('POST', '/api/portal/visits/:visitId/cancel'),
  enterVideoRoom: at<Contract['enterVideoRoom']>('POST', '/api/portal/video/enter'),
  sendGuestSignal: at<Contract['sendGuestSignal']>('POST', '/api/portal/video/send'),
  readGuestSignals: at<Contract['readGuestSignals']>('POST', '/api/portal/video/signals'),
}

export type VisitAnswer<N extends keyof typeof api> = Answer<Contract[N]>
