/**
 * SRV-07: products introduced to a customer: needs and budget, up to four products side by side, a written
 * recommendation, what was explained by whom, the customer's confirmation with proof, and the application form (投保单)
 * with the answer of the core system.
 */
import {
  CONFIRMATION_WAYS,
  CONFIRMERS,
  CORE_ANSWERS,
  ENROLMENT_CHANNELS,
  HANDING_WAYS,
  introductionLifecycle,
  MOST_PRODUCTS,
  SHEET_SECTIONS,
} from '@anpei/domain/programme'
import { z } from 'zod'
import { FormDefinition } from '../customers/index.ts'
import { Can, Day, FenAmount, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'

export const IntroductionState = keysOf(introductionLifecycle.states)
const Channel = keysOf(ENROLMENT_CHANNELS)
export const Section = keysOf(SHEET_SECTIONS)
const Way = keysOf(CONFIRMATION_WAYS)
const Confirmer = keysOf(CONFIRMERS)

export const ProductChoice = z
  .object({
    versionId: Id,
    title: z.string(),
    /** Since when the version is in force, and its last day; null = open. */
    fromOn: Day,
    toOn: Day.nullable(),
    premiumFen: FenAmount,
  })
  .meta({ id: 'ProductChoice' })
export type ProductChoice = z.output<typeof ProductChoice>

export const SheetSection = z
  .object({
    code: Section,
    title: z.string(),
    /** Binds only if it was explained. */
    must: z.boolean(),
    points: z.array(z.object({ text: z.string(), source: z.string() })),
  })
  .meta({ id: 'SheetSection', description: '产品说明的一节' })
export type SheetSection = z.output<typeof SheetSection>

const IntroductionItem = z
  .object({
    id: Id,
    introductionNo: z.string(),
    state: IntroductionState,
    stateWord: z.string(),
    name: z.string(),
    phoneMasked: z.string(),
    product: z.string().nullable(),
    openedBy: z.string(),
    openedAt: Instant,
  })
  .meta({ id: 'IntroductionItem' })
export type IntroductionItem = z.output<typeof IntroductionItem>

const ProposedProduct = z.object({
  versionId: Id.nullable(),
  reasons: z.array(z.string()),
  fits: z.array(z.object({ versionId: Id, fitting: z.boolean(), reasons: z.array(z.string()) })),
})

export const CoverApplicationView = z
  .object({
    introductionNo: z.string(),
    product: z.string(),
    programme: z.string(),
    versionId: Id,
    name: z.string(),
    idNumber: z.string(),
    phone: z.string(),
    applicant: z.string(),
    beneficiary: z.string(),
    /** Why the customer wants it against the recommendation. */
    ownWish: z.string(),
    signedAt: Instant,
  })
  .meta({ id: 'CoverApplication', description: '投保单' })
export type CoverApplicationView = z.output<typeof CoverApplicationView>

export const IntroductionView = IntroductionItem.extend({
  personId: Id.nullable(),
  lacksCapacity: z.boolean(),
  products: z.array(ProductChoice),
  table: z.array(
    z.object({ group: z.string(), label: z.string(), cells: z.array(z.string().nullable()), differs: z.boolean() }),
  ),
  /** Of each product compared, as it would be explained now. */
  sheets: z.array(z.object({ versionId: Id, sections: z.array(SheetSection) })),
  form: FormDefinition,
  /** In the words of the form's version it was answered on; codes in `answers` to go on with. */
  needs: z
    .object({
      version: z.int(),
      answers: z.record(z.string(), z.string()),
      lines: z.array(z.object({ label: z.string(), answer: z.string() })),
      hints: z.array(z.string()),
    })
    .nullable(),
  /** What the machine proposes from needs and products; a person decides. Null before needs are known. */
  proposal: ProposedProduct.nullable(),
  recommendation: z
    .object({
      versionId: Id.nullable(),
      product: z.string(),
      reasons: z.string(),
      proposed: z.string(),
      by: z.string(),
      at: Instant,
    })
    .nullable(),
  explanation: z
    .object({
      versionId: Id,
      product: z.string(),
      channel: Channel,
      sections: z.array(Section),
      sheet: z.array(SheetSection),
      note: z.string(),
      by: z.string(),
      at: Instant,
      /** What the customer did not understand, before it is explained again. */
      asked: z.string(),
    })
    .nullable(),
  confirmation: z
    .object({
      way: Way,
      signer: Confirmer,
      signerName: z.string(),
      basis: z.string(),
      witness: z.string(),
      at: Instant,
    })
    .nullable(),
  application: CoverApplicationView.omit({ idNumber: true, phone: true })
    .extend({ idNumberMasked: z.string() })
    .nullable(),
  handing: z.object({ way: keysOf(HANDING_WAYS), by: z.string(), at: Instant, enrolmentId: Id.nullable() }).nullable(),
  answer: z
    .object({
      answer: keysOf(CORE_ANSWERS).exclude(['returned']),
      word: z.string(),
      reference: z.string(),
      text: z.string(),
      at: Instant,
    })
    .nullable(),
  /** Why the form came back, while it is being put right. */
  returned: z.string(),
  files: z.array(z.object({ id: Id, title: z.string(), fileName: z.string() })),
  timeline: z.array(
    z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
  can: Can,
}).meta({ id: 'Introduction', description: '产品介绍与确认记录' })
export type IntroductionView = z.output<typeof IntroductionView>

export const introductionParams = z.object({ introductionId: Id })
const params = introductionParams
const Products = z.array(Id).min(1).max(MOST_PRODUCTS)
const MADE = 'introduction.make'

export const listProducts = route({
  id: 'listProducts',
  method: 'GET',
  path: '/api/products',
  permission: MADE,
  summary: '可以介绍的产品：已发布的方案版本，过期不到一年的也可以拿来比较',
  answer: z.object({ products: z.array(ProductChoice) }),
})
export const listIntroductions = route({
  id: 'listIntroductions',
  method: 'GET',
  path: '/api/introductions',
  permission: MADE,
  summary: '产品介绍（新的在前）',
  sensitive: true,
  query: PageQuery.extend({
    state: IntroductionState.optional(),
    open: z.stringbool().default(true),
    personId: Id.optional(),
  }),
  answer: page(IntroductionItem),
})
export const openIntroduction = route({
  id: 'openIntroduction',
  method: 'POST',
  path: '/api/introductions',
  permission: MADE,
  summary: '开始产品介绍：给客户库里的人，或者只有姓名和电话的人',
  body: z.object({
    personId: Id.nullable(),
    /** Where there is no person. */
    name: MaybeText(60).default(''),
    phone: MaybeText(30).default(''),
    products: Products,
  }),
  answer: IntroductionView,
})
export const getIntroduction = route({
  id: 'getIntroduction',
  method: 'GET',
  path: '/api/introductions/:introductionId',
  permission: MADE,
  summary: '产品介绍：需求、比较、推荐、讲解、确认、投保单',
  sensitive: true,
  params,
  answer: IntroductionView,
})
export const prepareIntroduction = route({
  id: 'prepareIntroduction',
  method: 'POST',
  path: '/api/introductions/:introductionId/needs',
  permission: MADE,
  summary: '登记需求与预算、选定比较的产品（最多四个），得到系统的推荐',
  params,
  body: z.object({
    products: Products,
    /** The version of the form the answers are for. */
    version: z.int(),
    answers: z.record(z.string().max(40), z.string().max(2000)),
  }),
  answer: IntroductionView,
})
export const recommendProduct = route({
  id: 'recommendProduct',
  method: 'POST',
  path: '/api/introductions/:introductionId/recommend',
  permission: MADE,
  summary: '写推荐意见和理由；空 = 一个都不推荐',
  params,
  body: z.object({ versionId: Id.nullable(), reasons: Text(1000) }),
  answer: IntroductionView,
})
export const explainProduct = route({
  id: 'explainProduct',
  method: 'POST',
  path: '/api/introductions/:introductionId/explain',
  permission: MADE,
  summary: '登记讲解：哪个产品、怎样讲的、讲了哪些（保什么、不保什么、限额必须讲）',
  params,
  body: z.object({
    versionId: Id,
    channel: Channel,
    sections: z.array(Section).max(5),
    note: MaybeText(500).default(''),
  }),
  answer: IntroductionView,
})
export const Confirmation = z.object({
  way: Way,
  signer: Confirmer,
  signerName: Text(60),
  /** On what a guardian or proxy stands. */
  basis: MaybeText(200).default(''),
  /** The sections the customer said to have understood. */
  understood: z.array(Section).max(5),
  witness: z
    .object({ name: Text(60), contact: Text(30) })
    .nullable()
    .default(null),
})
export type Confirmation = z.output<typeof Confirmation>
/** The signature or thumbprint comes as the part `signature`, a recording as `recording`. */
export const confirmIntroduction = route({
  id: 'confirmIntroduction',
  method: 'POST',
  path: '/api/introductions/:introductionId/confirm',
  permission: MADE,
  summary: '客户确认：屏幕签名、手印加见证人（文件字段 signature），或录音录像（recording，最大 30 MB）',
  params,
  files: true,
  body: Confirmation,
  answer: IntroductionView,
})
export const dropIntroduction = route({
  id: 'dropIntroduction',
  method: 'POST',
  path: '/api/introductions/:introductionId/drop',
  permission: MADE,
  summary: '客户不办',
  params,
  body: z.object({ reason: Text(300) }),
  answer: IntroductionView,
})
export const getIntroductionFile = route({
  id: 'getIntroductionFile',
  method: 'GET',
  path: '/api/introductions/:introductionId/files/:fileId',
  permission: MADE,
  summary: '产品介绍的凭证：确认书、投保单、录音录像',
  sensitive: true,
  download: true,
  params: z.object({ introductionId: Id, fileId: Id }),
})
