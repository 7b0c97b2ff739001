/** SRV-07: the application form (投保单) signed, handed over, answered; what the portal shows of an introduction. */
import { CORE_ANSWERS, HANDING_WAYS } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import {
  Confirmation,
  CoverApplicationView,
  introductionParams as params,
  IntroductionState,
  IntroductionView,
  Section,
  SheetSection,
} from './introductions.ts'

const MADE = 'introduction.make'

/** The signature of the insured comes as the part `signature`. */
export const signCoverApplication = route({
  id: 'signCoverApplication',
  method: 'POST',
  path: '/api/introductions/:introductionId/application',
  permission: MADE,
  summary: '签投保单：由被保险人本人签（身故保障须本人同意，保险法第三十四条）',
  params,
  files: true,
  body: z.object({
    idNumber: MaybeText(30).default(''),
    phone: MaybeText(30).default(''),
    /** Who pays: the insured or somebody else, in words. */
    applicant: Text(60),
    beneficiary: Text(200),
    ownWish: MaybeText(300).default(''),
  }),
  answer: IntroductionView,
})
export const handCoverApplication = route({
  id: 'handCoverApplication',
  method: 'POST',
  path: '/api/introductions/:introductionId/hand',
  permission: MADE,
  summary: '递交投保单：转参保申请，或交核心业务系统（事件 introduction.handed 通知对方程序来取）',
  params,
  body: z.object({ way: keysOf(HANDING_WAYS) }),
  answer: IntroductionView,
})
/** For the core system's own program with a key. */
export const getCoverApplication = route({
  id: 'getCoverApplication',
  method: 'GET',
  path: '/api/introductions/:introductionId/application',
  permission: 'introduction.answer',
  summary: '投保单的内容（核心业务系统来取）',
  sensitive: true,
  params,
  answer: CoverApplicationView,
})
export const answerCoverApplication = route({
  id: 'answerCoverApplication',
  method: 'POST',
  path: '/api/introductions/:introductionId/answer',
  permission: 'introduction.answer',
  summary: '核心业务系统的答复：同意承保（保单号）、不承保、退回补正',
  params,
  body: z.object({ answer: keysOf(CORE_ANSWERS), reference: MaybeText(60).default(''), text: Text(500) }),
  answer: z.object({ state: IntroductionState, stateWord: z.string() }),
})
export const PortalIntroduction = z
  .object({
    id: Id,
    personName: z.string(),
    product: z.string(),
    explainedBy: z.string(),
    explainedAt: Instant,
    /** Which sections count as confirmed, one question each. */
    sheet: z.array(SheetSection),
    recommendation: z.string(),
    confirmedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'PortalIntroduction', description: '给您的产品说明' })
export type PortalIntroduction = z.output<typeof PortalIntroduction>

export const portalIntroductions = route({
  id: 'portalIntroductions',
  method: 'GET',
  path: '/api/portal/introductions',
  permission: 'portal.own',
  summary: '给我和家人讲过的产品，待确认的在前',
  sensitive: true,
  answer: z.object({ introductions: z.array(PortalIntroduction) }),
})
/** The signature comes as the part `signature`. */
export const portalConfirmIntroduction = route({
  id: 'portalConfirmIntroduction',
  method: 'POST',
  path: '/api/portal/introductions/:introductionId/confirm',
  permission: 'portal.own',
  summary: '看完产品说明，签名确认',
  params,
  files: true,
  body: Confirmation.omit({ way: true, witness: true }),
  answer: PortalIntroduction,
})
export const portalAskAgain = route({
  id: 'portalAskAgain',
  method: 'POST',
  path: '/api/portal/introductions/:introductionId/ask-again',
  permission: 'portal.own',
  summary: '没有看明白，请再讲一遍',
  params,
  body: z.object({ section: Section, question: MaybeText(300).default('') }),
  answer: z.object({ asked: z.boolean() }),
})
