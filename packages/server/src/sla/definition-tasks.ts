/** Names of the jobs of the definition desk. */
export const PREVIEW_DEFINITION_TASK = 'sla.preview_definition'
export const REAPPLY_TASK = 'sla.reapply_definition'
