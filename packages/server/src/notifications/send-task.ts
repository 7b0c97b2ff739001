/** The job that sends what is due. */
export const SEND_TASK = 'notifications.send'
