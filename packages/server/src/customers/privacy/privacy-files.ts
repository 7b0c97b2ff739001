import { fileTable } from '../../custody/index.ts'

/** Copies made for requests: all must lie in the store, but for those that were destroyed (CUS-07, CUS-10). */
export const requestFiles = fileTable('个人信息副本', 'data_request_file')
