/** What the machine says to a follower leaves by this job. */
export const GUIDE_TASK = 'desk.guide_say'
