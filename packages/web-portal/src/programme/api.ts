/** The routes this page calls, typed by the contract without loading it; a test holds them against it. */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/programme'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  portalIntroductions: at<Contract['portalIntroductions']>('GET', '/api/portal/introductions'),
  portalConfirmIntroduction: at<Contract['portalConfirmIntroduction']>(
    'POST',
    '/api/portal/introductions/:introductionId/confirm',
  ),
  portalAskAgain: at<Contract['portalAskAgain']>('POST', '/api/portal/introductions/:introductionId/ask-again'),
  portalCover: at<Contract['portalCover']>('GET', '/api/portal/links/:linkId/cover'),
  applyForEnrolment: at<Contract['applyForEnrolment']>('POST', '/api/portal/enrolments'),
}

export type EnrolAnswer = Answer<Contract['applyForEnrolment']>
export type IntroductionToRead = Answer<Contract['portalIntroductions']>['introductions'][number]
