/** Refusals on the pages for elders and families; each says what to do now. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const portalRefusals = {
  'portal.code_wrong': {
    status: 401,
    zh: '验证码不对，或者已经过了5分钟。请看看最新的短信，或者重新获取。',
    en: 'The code is wrong or older than five minutes.',
  },
  'portal.mobile_needed': {
    status: 400,
    zh: '座机收不到短信，请填写手机号码；没有手机请打电话给我们，由我们替您办。',
    en: 'A mobile number is needed; without one, please call us.',
  },
  'portal.look_up_no_match': {
    status: 404,
    zh: '案号或身份证号不对，请核对后再试，或者打电话给我们。',
    en: 'The case number or the identity number is not right.',
  },
  'portal.link_no_match': {
    status: 409,
    zh: '没有对上。姓名、身份证号和您的手机号要与投保时登记的一致；不一致时请改用“上传委托书”。',
    en: 'No match with the register; please hand in a consent instead.',
  },
  'portal.linked_already': {
    status: 409,
    zh: '已经关联过了，可以直接办理。',
    en: 'You can act for this person already.',
  },
  'portal.consent_missing': {
    status: 400,
    zh: '请先拍下委托书的照片。',
    en: 'Please take a photo of the consent first.',
  },
  'portal.until_past': {
    status: 400,
    zh: '委托的最后一天已经过了，请改一下。',
    en: 'The last day of the consent has passed.',
  },
  'portal.payee_after_death': {
    status: 409,
    zh: '老人过世了，这笔钱要付给受益人或继承人，不能付到老人的账户。请填受益人或继承人的账户。',
    en: 'After a death the money goes to a beneficiary or heir, not to the elder’s own account.',
  },
  'portal.heir_incomplete': {
    status: 400,
    zh: '请写上这位受益人或继承人的身份证号，以及他是老人的什么人，工作人员核对要用。',
    en: 'The identity number and the kinship of the beneficiary or heir are needed for the check.',
  },
  'portal.reason_missing': {
    status: 400,
    zh: '退回要写明原因，家属会看到。',
    en: 'A rejection needs its reason; the family sees it.',
  },
} as const satisfies RefusalCatalogue
