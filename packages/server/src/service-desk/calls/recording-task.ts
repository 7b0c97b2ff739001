/** The job that fetches the recording of a call. */
export const RECORDING_TASK = 'desk.fetch_recording'
