/** The job that makes a weekly timing report. */
export const TIMING_REPORT_TASK = 'reporting.timing_report'
