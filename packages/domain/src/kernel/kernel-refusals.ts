/** Refusals that any row may give. */
import type { RefusalCatalogue } from './refusals.ts'

export const kernelRefusals = {
  'request.malformed': { status: 400, zh: '提交的内容有误，请检查标出的各项。', en: 'Some fields are not valid.' },
  'request.not_found': { status: 404, zh: '没有找到，或者您无权查看。', en: 'Not found, or not yours to see.' },
  'request.not_permitted': {
    status: 403,
    zh: '您的岗位没有“{permission}”权限。',
    en: 'Your post lacks the permission “{permission}”.',
  },
  'request.sign_in_first': { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  'request.key_missing': {
    status: 400,
    zh: '缺少请求编号（Idempotency-Key）。',
    en: 'The Idempotency-Key header is missing.',
  },
  'request.key_reused': {
    status: 409,
    zh: '同一请求编号已用于另一内容，请刷新后重试。',
    en: 'This idempotency key was used for a different request.',
  },
  'request.too_many': {
    status: 429,
    zh: '尝试次数过多，请 {minutes} 分钟后再试，或拨打客服电话。',
    en: 'Too many tries; wait {minutes} minutes.',
  },
  'request.stale': {
    status: 409,
    zh: '内容刚被别人改过，请刷新后再看。',
    en: 'Somebody changed this meanwhile; please reload.',
  },
  'lifecycle.not_possible': {
    status: 409,
    zh: '{case}处于“{state}”，不能{act}。',
    en: '“{act}” is not possible: the {case} is “{state}”.',
  },
  'storage.full': {
    status: 507,
    zh: '服务器存储空间不足，您的资料没有保存，请稍后再试。',
    en: 'The server is out of storage; nothing was saved.',
  },
} as const satisfies RefusalCatalogue
