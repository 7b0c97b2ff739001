/** The job that fetches the recording of a call. */
/** Whose recording it is, as papers know it. */
export const RECORDING_SUBJECT = 'call'
export const RECORDING_TASK = 'desk.fetch_recording'
