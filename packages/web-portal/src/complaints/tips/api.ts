/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type * as contract from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { at } from '../../client/index.ts'

type Contract = typeof contract

export const api = {
  portalReportTip: at<Contract['portalReportTip']>('POST', '/api/portal/tips'),
  portalReadTip: at<Contract['portalReadTip']>('POST', '/api/portal/tips/read'),
  portalAddToTip: at<Contract['portalAddToTip']>('POST', '/api/portal/tips/additions'),
}

export type FollowedTip = Answer<Contract['portalReadTip']>
