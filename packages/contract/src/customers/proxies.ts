/** Proxies (CUS-05): who may act for whom, for which act, how it was proved, how long. */
import { PROOF_KINDS, PROXY_ACTS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

export const ProxyAct = keysOf(PROXY_ACTS)
export const ProofKind = keysOf(PROOF_KINDS)

/** Who came in place of the insured: nobody, a recorded proxy, or somebody else. */
export const BroughtBy = z
  .discriminatedUnion('who', [
    z.object({ who: z.literal('self') }),
    z.object({ who: z.literal('proxy'), proxyId: Id, name: Text(50) }),
    z.object({ who: z.literal('other'), name: Text(50), relation: Text(40) }),
  ])
  .meta({ id: 'BroughtBy', description: '谁来办的' })
export type BroughtBy = z.output<typeof BroughtBy>

export const ProxyView = z
  .object({
    id: Id,
    personId: Id,
    proxyName: z.string(),
    relation: z.string(),
    phoneMasked: z.string(),
    idNumberMasked: z.string(),
    act: ProxyAct,
    actWord: z.string(),
    proofKind: ProofKind,
    /** Empty for consents from before proofs were kept. */
    proofFiles: z.array(z.object({ id: Id, mediaType: z.string(), fileName: z.string() })),
    fromOn: Day,
    toOn: Day,
    recordedBy: z.string().nullable(),
    recordedAt: Instant,
    revokedAt: Instant.nullable(),
    inForce: z.boolean(),
    can: Can,
  })
  .meta({ id: 'Proxy', description: '委托授权' })
export type ProxyView = z.output<typeof ProxyView>

export const listProxies = route({
  id: 'listProxies',
  method: 'GET',
  path: '/api/persons/:personId/proxies',
  permission: 'person.read',
  summary: '客户的委托授权',
  sensitive: true,
  params: personParams,
  answer: z.object({ proxies: z.array(ProxyView), longestDays: z.int() }),
})
export const recordProxy = route({
  id: 'recordProxy',
  method: 'POST',
  path: '/api/persons/:personId/proxies',
  permission: 'proxy.record',
  summary: '登记委托授权，连同凭据（书面：文件字段 proof，照片或 PDF；录音、录像：文件字段 recording，最大 30 MB）',
  params: personParams,
  files: true,
  body: z.object({
    proxyName: Text(50),
    relation: Text(40),
    phone: MaybeText(30).default(''),
    idNumber: MaybeText(30).default(''),
    act: ProxyAct,
    proofKind: ProofKind,
    fromOn: Day,
    toOn: Day,
  }),
  answer: ProxyView,
})
export const getProxyProof = route({
  id: 'getProxyProof',
  method: 'GET',
  path: '/api/proxies/:proxyId/proof/:fileId',
  permission: 'person.read',
  summary: '查看、播放委托的凭据',
  sensitive: true,
  download: true,
  params: z.object({ proxyId: Id, fileId: Id }),
})
export const revokeProxy = route({
  id: 'revokeProxy',
  method: 'POST',
  path: '/api/proxies/:proxyId/revoke',
  permission: 'proxy.record',
  summary: '撤销委托授权',
  params: z.object({ proxyId: Id }),
  body: z.object({ reason: Text(300) }),
  answer: ProxyView,
})
