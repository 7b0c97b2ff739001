/** The jobs of the assist row, and the events of an insurer that are followed. */
export const DELIVER = 'assist.deliver'
export const FOLLOW = 'assist.follow'
export const HAND_OVER = 'assist.hand_over'

export const FOLLOWED_EVENTS = [
  'report.declined',
  'report.cancelled',
  'report.taken_up',
  'claim.registered',
  'claim.decided',
  'claim.paid',
  'claim.letter_issued',
  'claim.closed',
  'claim.withdrawn',
  'claim.reopened',
] as const
