/** The job that sends one notice. */
export const SEND_TASK = 'notifications.send'
