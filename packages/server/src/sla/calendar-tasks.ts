/** Names of the jobs of the calendar desk. */
export const PREVIEW_TASK = 'sla.preview_change'
export const APPLY_TASK = 'sla.apply_change'
