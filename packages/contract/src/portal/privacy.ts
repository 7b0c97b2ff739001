/** What the data of somebody one acts for may be used for, and what one may ask (CUS-06, CUS-07), on the phone. */
import { dataRequestLifecycle } from '@anpei/domain/customers'
import { z } from 'zod'
import { Id, Instant, keysOf, route, Text } from '../kernel/index.ts'

const linkParams = z.object({ linkId: Id })
/** What can be asked from a phone; relatives of the dead come with their papers. */
const PhoneRequest = z.enum(['access', 'copy', 'correct', 'delete', 'explain'])

export const PortalPrivacy = z
  .object({
    personName: z.string(),
    /** For another one agrees by a mandate to agree only; saying no needs none (CUS-05, CUS-06). */
    mayAgree: z.boolean(),
    purposes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        may: z.boolean(),
        /** It rests on consent: to be given and taken back here. */
        asked: z.boolean(),
        /** What the person said to it; `goesOn`: which part of it is done until a no is said, in words. */
        said: z.enum(['yes', 'no', 'nothing']),
        goesOn: z.array(z.string()),
      }),
    ),
    requests: z.array(
      z.object({
        requestNo: z.string(),
        kindWord: z.string(),
        state: keysOf(dataRequestLifecycle.states),
        stateWord: z.string(),
        receivedAt: Instant,
        /** Until when it is answered; null once it is. */
        answerBy: Instant.nullable(),
        /** To whoever asked from this phone: what was done, said, and the copies handed over here. */
        outcomeWord: z.string().nullable(),
        answer: z.string(),
        files: z.array(z.object({ id: Id, what: z.enum(['copy', 'table']), path: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PortalPrivacy', description: '我的信息怎样用' })
export type PortalPrivacy = z.output<typeof PortalPrivacy>

export const portalPrivacy = route({
  id: 'portalPrivacy',
  method: 'GET',
  path: '/api/portal/links/:linkId/privacy',
  permission: 'portal.own',
  summary: '信息怎样用、同意与请求',
  params: linkParams,
  answer: PortalPrivacy,
})
/** Only what was asked from this phone and handed over here. */
export const portalDataFile = route({
  id: 'portalDataFile',
  method: 'GET',
  path: '/api/portal/data-requests/:requestId/files/:fileId',
  permission: 'portal.own',
  summary: '取自己要的个人信息副本',
  sensitive: true,
  download: true,
  params: z.object({ requestId: Id, fileId: Id }),
})
export const portalSetConsent = route({
  id: 'portalSetConsent',
  method: 'POST',
  path: '/api/portal/links/:linkId/consents',
  permission: 'portal.own',
  summary: '同意或撤回一个用途',
  params: linkParams,
  body: z.object({ purpose: Text(40), agree: z.boolean() }),
  answer: PortalPrivacy,
})
export const portalAskData = route({
  id: 'portalAskData',
  method: 'POST',
  path: '/api/portal/links/:linkId/data-requests',
  permission: 'portal.own',
  summary: '要查、要复制、要更正、要删除自己的信息',
  params: linkParams,
  body: z.object({ kind: PhoneRequest, asks: Text(1000) }),
  answer: PortalPrivacy,
})
