/**
 * What people are told: templates, channels, the outbox, receipts, preferences and letters; a notice counts once it
 * has reached.
 */
export { NOTIFICATION_REFUSALS } from './refusals.ts'
export { notificationEventCatalogue } from './events.ts'
export type { NotificationRefusal } from './refusals.ts'
export { LETTER_KINDS, REMEDY_KINDS } from './letter-content.ts'
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
  AuthorityRequestFacts,
  ReconsiderationAnswerFacts,
  RecoveryNoticeFacts,
  SupplementItem,
  SupplementNoticeFacts,
  ComplaintLetterFacts,
  LetterHead,
} from './letter-facts.ts'
export { parseLetterTemplate } from './letter-template.ts'
export type { LetterTemplate } from './letter-template.ts'
export {
  isLetterKind,
  LETTER_TITLES,
  letterShape,
  SECTION_TITLES,
  sampleLetter,
  templateOfWording,
  wordingOf,
} from './letter-wording.ts'
export type { LetterWording } from './letter-wording.ts'
export { buildLetter } from './letter.ts'
export { letterText } from './letter-text.ts'
export { letterVoiceText } from './letter-voice.ts'
export { sampleLetterFacts } from './letter-samples.ts'
export { finishWords } from './finish-words.ts'
export { printedDay, printedMinute } from './letter-numerals.ts'
export { spokenText } from './letter-voice.ts'
export {
  AWAITED_TEMPLATES,
  isNoticeTemplate,
  NOTICE_TEMPLATES,
  noticeText,
  noticeVoice,
  parseNoticeTemplate,
  requiredOfNotice,
  variablesOfNotice,
} from './notice.ts'
export type { NoticeTemplate, NoticeTemplateName } from './notice.ts'
export { NOTICE_TITLES, noticeSample } from './notice-samples.ts'
export { channelRule, parseNoticePlan } from './notice-plan.ts'
export type { ChannelRule, NoticePlan, QuietHours, StandInRates } from './notice-plan.ts'
export { isByHand, isNoticeChannel, NOTICE_CHANNELS } from './channels.ts'
export type { NoticeChannel } from './channels.ts'
export { SLIP_MARKS, SLIP_SIGNERS, slipProof, withCounter } from './counter-slip.ts'
export { stepsFor } from './reach.ts'
export type { Reachable, ReachStep } from './reach.ts'
export { later, nextAct, retryMinutes } from './next-act.ts'
export { nextWord } from './next-word.ts'
export type { DueNotice, NextAct } from './next-act.ts'
export { effectOfReceipt, isReceiptStatus, RECEIPT_STATUSES } from './receipt.ts'
export type { ReceiptEffect, ReceiptStatus } from './receipt.ts'
export { attemptLifecycle, noticeLifecycle, templateLifecycle } from './lifecycles.ts'
export type { AttemptState, NoticeState, TemplateState } from './lifecycles.ts'
export { isBareThanks } from './bare-thanks.ts'
export { endOfQuiet } from './quiet-hours.ts'
