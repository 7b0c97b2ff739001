/** The job that carries out an approved list (CUS-10). */
export const DESTROY_TASK = 'customers.destroy'
