/**
 * SRV-03, SLA §2 rule 11: what a mail is. Our own words coming back make a loop and are dropped; a bounce belongs to
 * what could not be delivered; an automatic mail starts no clock, and one address gets only so many of them an hour
 * into the desk, because two machines that answer each other never stop. Everything else is said by a human. (RFC 3834,
 * RFC 3464)
 */
export type MailFacts = {
  /** The sender is one of our mailboxes, or the mail carries our loop mark. */
  readonly isOwn: boolean
  /** A delivery report about a mail of ours. */
  readonly isReport: boolean
  /** The headers say, or the envelope without a sender, that no human wrote it. */
  readonly isAutomatic: boolean
  /** Automatic mails of the same address within the last hour. */
  readonly automaticLastHour: number
}
export type MailVerdict = 'own' | 'bounce' | 'stopped' | 'automatic' | 'message'

export const MOST_AUTOMATIC_AN_HOUR = 5

export function mailVerdict({ isOwn, isReport, isAutomatic, automaticLastHour }: MailFacts): MailVerdict {
  if (isReport) return 'bounce'
  if (isOwn) return 'own'
  if (!isAutomatic) return 'message'
  return automaticLastHour >= MOST_AUTOMATIC_AN_HOUR ? 'stopped' : 'automatic'
}

export type MailMarks = {
  readonly autoSubmitted: string
  readonly precedence: string
  /** Any of X-Autoreply, X-Autorespond, List-Id, List-Unsubscribe is there. */
  readonly hasRobotHeader: boolean
  /** `Return-Path: <>`. */
  readonly hasEmptyReturnPath: boolean
  readonly from: string
}

export function isAutomaticMail(marks: MailMarks): boolean {
  const submitted = marks.autoSubmitted.trim().toLowerCase()
  if (submitted !== '' && submitted !== 'no') return true
  if (/^(bulk|junk|list|auto_reply)$/i.test(marks.precedence.trim())) return true
  return marks.hasRobotHeader || marks.hasEmptyReturnPath || isRobotAddress(marks.from)
}

function isRobotAddress(address: string): boolean {
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)[@+.-]/i.test(address)
}
