/** Elders and families sign in with a phone and a code, and act for a person when that is proved (ORG-04, CUS-05). */
import { linkLifecycle } from '@anpei/domain/portal'
import { z } from 'zod'
import { RELATIONS } from '@anpei/domain/claims'
import { ProxyAct } from '../customers/index.ts'
import { Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'

const Phone = Text(30)

export const portalSendCode = route({
  id: 'portalSendCode',
  method: 'POST',
  path: '/api/portal/codes',
  permission: 'public',
  summary: '发送短信验证码',
  body: z.object({ phone: Phone }),
  answer: z.object({ sentTo: z.string(), validMinutes: z.int(), againAfterSeconds: z.int() }),
})
export const portalSignIn = route({
  id: 'portalSignIn',
  method: 'POST',
  path: '/api/portal/sign-in',
  permission: 'public',
  summary: '手机号与验证码登录',
  body: z.object({
    phone: Phone,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '请输入6位数字'),
  }),
  answer: z.object({ phoneMasked: z.string() }),
})
/** Only for the demo: what the stand-in for SMS was last handed for this phone. Not there in production. */
export const demoLastCode = route({
  id: 'demoLastCode',
  method: 'POST',
  path: '/api/demo/last-code',
  permission: 'public',
  summary: '演示：查看最近一条验证码短信',
  body: z.object({ phone: Phone }),
  answer: z.object({ text: z.string().nullable(), code: z.string().nullable() }),
})

export const LinkStateWire = keysOf(linkLifecycle.states)
export const PortalLink = z
  .object({
    id: Id,
    state: LinkStateWire,
    basis: z.enum(['register', 'consent']),
    personName: z.string(),
    idNumberMasked: z.string(),
    untilOn: Day.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'PortalLink', description: '代办关系' })
export type PortalLink = z.output<typeof PortalLink>

export const portalMe = route({
  id: 'portalMe',
  method: 'GET',
  path: '/api/portal/me',
  permission: 'public',
  summary: '我是谁，可以替谁办事',
  answer: z.object({ signedIn: z.boolean(), phoneMasked: z.string(), links: z.array(PortalLink) }),
})
/** The phone must be the one in the register: linked at once. The same refusal whichever of the three does not fit. */
export const portalLinkPerson = route({
  id: 'portalLinkPerson',
  method: 'POST',
  path: '/api/portal/links',
  permission: 'portal.own',
  summary: '凭姓名、身份证号与登记手机号关联',
  body: z.object({ name: Text(50), idNumber: Text(30) }),
  answer: PortalLink,
})
/** A consent (委托书) is handed in as a photo; the answer is the same whether or not the person is known here. */
export const portalHandInConsent = route({
  id: 'portalHandInConsent',
  method: 'POST',
  path: '/api/portal/links/consent',
  permission: 'portal.own',
  summary: '上传委托书，待工作人员确认',
  files: true,
  body: z.object({ name: Text(50), idNumber: Text(30), ownName: Text(50), relation: keysOf(RELATIONS), untilOn: Day }),
  answer: PortalLink,
})
export const portalEndLink = route({
  id: 'portalEndLink',
  method: 'POST',
  path: '/api/portal/links/:linkId/end',
  permission: 'portal.own',
  summary: '解除代办关系',
  params: z.object({ linkId: Id }),
  answer: z.object({ id: Id }),
})

export const WaitingLink = z.object({
  id: Id,
  personName: z.string(),
  idNumberMasked: z.string(),
  personKnown: z.boolean(),
  nameFits: z.boolean(),
  ownName: z.string(),
  relation: z.string(),
  phoneMasked: z.string(),
  untilOn: Day.nullable(),
  madeAt: Instant,
  fileIds: z.array(Id),
})
export const waitingLinks = route({
  id: 'waitingLinks',
  method: 'GET',
  path: '/api/portal-links/waiting',
  permission: 'proxy.record',
  summary: '待确认的代办委托',
  sensitive: true,
  query: PageQuery,
  answer: page(WaitingLink),
})
export const decideLink = route({
  id: 'decideLink',
  method: 'POST',
  path: '/api/portal-links/:linkId/decide',
  permission: 'proxy.record',
  summary: '确认或退回代办委托',
  params: z.object({ linkId: Id }),
  body: z.object({
    outcome: z.enum(['confirm', 'reject']),
    comment: MaybeText(300).default(''),
    /** What the paper names; each becomes an entry of the register of proxies, valid until the day on the paper. */
    acts: z.array(ProxyAct).min(1).max(5).default(['report', 'hand_in', 'look_up', 'complain']),
  }),
  answer: z.object({ id: Id, state: LinkStateWire }),
})
/** The photo of a consent, for the person of the staff who checks it. */
export const getConsentFile = route({
  id: 'getConsentFile',
  method: 'GET',
  path: '/api/portal-links/:linkId/files/:fileId',
  permission: 'proxy.record',
  summary: '查看委托书照片',
  sensitive: true,
  download: true,
  params: z.object({ linkId: Id, fileId: Id }),
})
