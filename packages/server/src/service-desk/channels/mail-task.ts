/** The job that reads a mailbox. */
export const MAIL_TASK = 'desk.fetch_mail'
