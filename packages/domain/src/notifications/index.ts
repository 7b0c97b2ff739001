export { NOTIFICATION_REFUSALS } from './refusals.ts'
export type { NotificationRefusal } from './refusals.ts'
export { LETTER_KINDS } from './letter-content.ts'
export type {
  LetterClause,
  LetterColumn,
  LetterContact,
  LetterContent,
  LetterKind,
  LetterRemedy,
  LetterTable,
  RemedyKind,
} from './letter-content.ts'
export { parseContacts } from './letter-contacts.ts'
export type { ContactRegister } from './letter-contacts.ts'
export type {
  DelayNoticeFacts,
  DenialNoticeFacts,
  DenialReason,
  DeniedLine,
  LetterCase,
  LetterFacts,
  LetterLine,
  LetterTransfer,
  OpenLine,
  PaidLine,
  PaymentNoticeFacts,
  SupplementItem,
  SupplementNoticeFacts,
} from './letter-facts.ts'
export { parseLetterTemplate } from './letter-template.ts'
export type { LetterTemplate } from './letter-template.ts'
export { buildLetter } from './letter.ts'
export { letterText } from './letter-text.ts'
export { letterVoiceText } from './letter-voice.ts'
export { sampleLetterFacts } from './letter-samples.ts'
export { printedDay } from './letter-numerals.ts'
export { noticeText, parseNoticeTemplate } from './notice.ts'
export type { NoticeTemplate, NoticeTemplateName } from './notice.ts'
export { NOTICE_CHANNELS, reachOf } from './reach.ts'
export type { NoticeChannel, Reach } from './reach.ts'
export { noticeLifecycle } from './lifecycles.ts'
export type { NoticeState } from './lifecycles.ts'
