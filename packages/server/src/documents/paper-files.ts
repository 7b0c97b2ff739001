import { fileTable } from '../custody/index.ts'

/** The files of papers in the store: all of them must be there, but for those that were destroyed (CUS-10). */
export const paperFiles = fileTable('资料', 'stored_file')
