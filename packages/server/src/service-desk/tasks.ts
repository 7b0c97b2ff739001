/** The jobs of the service desk. */
export const SEND_REPLY = 'desk.send_reply'
