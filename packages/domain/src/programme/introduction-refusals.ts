/** Refusals of product introductions and application forms (SRV-07). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const introductionRefusals = {
  'introduction.product_unknown': {
    status: 409,
    zh: '选的产品里有没有发布的版本，请重新选。',
    en: 'One of the products chosen is not published.',
  },
  'introduction.needs_missing': {
    status: 409,
    zh: '请先登记需求与预算，再推荐。',
    en: 'Write down needs and budget before recommending.',
  },
  'introduction.not_compared': {
    status: 409,
    zh: '这个产品不在比较的产品里，请先加进来。',
    en: 'That product is not among those compared.',
  },
  'introduction.section_missing': {
    status: 409,
    zh: '还没有讲解和确认：{sections}。责任免除、限额和条件没有提示说明的，不产生效力（保险法第十七条）。',
    en: 'Not yet explained and confirmed: {sections} (Insurance Law art. 17).',
  },
  'introduction.not_the_customer': {
    status: 409,
    zh: '本人确认的，签字人应是{name}。',
    en: 'The customer confirms in person: the signer is {name}.',
  },
  'introduction.guardian_needed': {
    status: 409,
    zh: '客户无民事行为能力，要由监护人确认。',
    en: 'The customer lacks civil capacity: a guardian confirms.',
  },
  'introduction.basis_missing': {
    status: 409,
    zh: '不是本人确认的，要写明凭什么（监护关系、委托书编号）。',
    en: 'Who confirms for the customer says on what basis.',
  },
  'introduction.picture_missing': {
    status: 400,
    zh: '要有一张签名或手印的图片。',
    en: 'One picture of the signature or thumbprint is needed.',
  },
  'introduction.signature_blank': { status: 400, zh: '签名是空白的，请再签一次。', en: 'The signature is blank.' },
  'introduction.recording_missing': { status: 400, zh: '要有录音或录像的文件。', en: 'The recording is missing.' },
  'introduction.witness_missing': {
    status: 409,
    zh: '按手印要有见证人；见证人不能是签字人，也不能是讲解或登记的人。',
    en: 'A thumbprint needs a witness who is neither the signer nor who explained or records it.',
  },
  'introduction.not_recommended_yet': {
    status: 409,
    zh: '请先写推荐意见和理由，再签投保单。',
    en: 'Write the recommendation and its reasons first.',
  },
  'introduction.product_over': {
    status: 409,
    zh: '这个产品的期间已经过了，不能再投保。',
    en: 'The period of this product is over.',
  },
  'introduction.own_wish_missing': {
    status: 409,
    zh: '投保的不是推荐的产品，请写明客户自己的理由。',
    en: "Against the recommendation: write the customer's own reason down.",
  },
  'introduction.answered_elsewhere': {
    status: 409,
    zh: '这份投保单走参保申请，答复以参保申请的决定为准。',
    en: 'This form goes the way of an enrolment; its decision is the answer.',
  },
  'introduction.reference_missing': {
    status: 400,
    zh: '同意承保的，请填保单号。',
    en: 'Acceptance needs the number of the policy.',
  },
} as const satisfies RefusalCatalogue
