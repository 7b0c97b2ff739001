/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/visits'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  portalBookVisit: at<Contract['portalBookVisit']>('POST', '/api/portal/visits'),
  portalMyVisits: at<Contract['portalMyVisits']>('GET', '/api/portal/visits'),
  portalCancelVisit: at<Contract['portalCancelVisit']>('POST', '/api/portal/visits/:visitId/cancel'),
}

export type VisitAnswer<N extends keyof typeof api> = Answer<Contract[N]>
