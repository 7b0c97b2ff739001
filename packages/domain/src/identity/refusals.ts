/** Refusals about sign-in, people and posts. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const identityRefusals = {
  'identity.sign_in_failed': {
    status: 401, zh: '账号、密码或动态口令不对。', en: 'The account, password or one-time code is wrong.',
  },
  'identity.locked': {
    status: 429, zh: '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试。', en: 'Locked after too many failures; try again in {minutes} minutes.',
  },
  'identity.code_wrong': { status: 401, zh: '验证码不对或已过期，请重新获取。', en: 'The code is wrong or has expired.' },
} as const satisfies RefusalCatalogue
