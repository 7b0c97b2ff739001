/** SRV-03: how a mail server is spoken to, and what was made of a mail. */
export const MAIL_SECURITY = { tls: 'SSL/TLS', starttls: 'STARTTLS', none: '不加密（仅内网）' } as const

export const MAIL_OUTCOMES = {
  message: '客户来信',
  repeat: '重复',
  automatic: '自动回复',
  bounce: '退信',
  own: '本机发出',
  stopped: '自动邮件过多，已拦下',
  unreadable: '无法读取',
} as const
