/** What a person's data may be used for, and what the person said to it (CUS-06). */
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

const ConsentWay = keysOf(CONSENT_WAYS)

export const PurposeView = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    basis: z.enum(['contract', 'legal_duty', 'emergency', 'consent']),
    article: z.string(),
    sensitive: z.boolean(),
    separateConsent: z.boolean(),
    /** Deletion was asked for, the law keeps the data, and no consent to this use was given since (decision 0037). */
    restricted: z.boolean(),
    may: z.boolean(),
    why: z.enum(['basis', 'consent', 'withdrawn', 'no_consent', 'old_text']),
    /** What rests on it, and whether it is allowed as things stand: some goes on until the person objects. */
    uses: z.array(z.object({ title: z.string(), may: z.boolean() })),
    consents: z.array(
      z.object({
        id: Id,
        /** Null: a no that was said before any yes. */
        givenHow: ConsentWay.nullable(),
        /** Who agreed for the person, by a mandate: name and relation. */
        proxy: z.string().nullable(),
        fromOn: Day,
        toOn: Day.nullable(),
        recordedBy: z.string().nullable(),
        recordedAt: Instant,
        withdrawnAt: Instant.nullable(),
        withdrawnHow: ConsentWay.nullable(),
        /** Who took it back, or said no, for the person. */
        withdrawnProxy: z.string().nullable(),
        files: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string() })),
        can: Can,
      }),
    ),
    can: Can,
  })
  .meta({ id: 'Purpose', description: '使用个人信息的用途与同意' })
export type PurposeView = z.output<typeof PurposeView>

export const listConsents = route({
  id: 'listConsents',
  method: 'GET',
  path: '/api/persons/:personId/consents',
  permission: 'person.read',
  summary: '这位客户的信息可以用于什么，凭什么',
  sensitive: true,
  params: personParams,
  answer: z.object({ purposes: z.array(PurposeView) }),
})
export const giveConsent = route({
  id: 'giveConsent',
  method: 'POST',
  path: '/api/persons/:personId/consents',
  permission: 'privacy.record',
  summary: '登记同意，连同凭据（书面、受托：文件字段 proof；录音：文件字段 recording）',
  params: personParams,
  files: true,
  body: z.object({
    purpose: Text(40),
    givenHow: z.enum(['paper', 'voice', 'proxy']),
    fromOn: Day,
    toOn: Day.nullable().default(null),
    /** With `proxy`: the mandate to agree. */
    proxyId: Id.nullable().default(null),
  }),
  answer: PurposeView,
})
const NoSaid = z.object({
  how: z.enum(['paper', 'voice', 'proxy']),
  /** With `proxy`: a mandate of whoever says it, to whatever act (CUS-05). */
  proxyId: Id.nullable().default(null),
})
export const withdrawConsent = route({
  id: 'withdrawConsent',
  method: 'POST',
  path: '/api/consents/:consentId/withdraw',
  permission: 'privacy.record',
  summary: '撤回同意（立即生效）',
  params: z.object({ consentId: Id }),
  body: NoSaid,
  answer: PurposeView,
})
/** Art. 44: who never agreed may still say no to what goes on until then. */
export const refuseUse = route({
  id: 'refuseUse',
  method: 'POST',
  path: '/api/persons/:personId/objections',
  permission: 'privacy.record',
  summary: '登记客户不同意一个用途（没有同意过也可以，立即生效）',
  params: personParams,
  body: NoSaid.extend({ purpose: Text(40) }),
  answer: PurposeView,
})
export const getConsentProof = route({
  id: 'getConsentProof',
  method: 'GET',
  path: '/api/consents/:consentId/proof/:fileId',
  permission: 'person.read',
  summary: '查看、播放同意的凭据',
  sensitive: true,
  download: true,
  params: z.object({ consentId: Id, fileId: Id }),
})
