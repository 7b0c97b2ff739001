/** Whatever row holds something of a person, in the order of a copy (CUS-07, CUS-10). */
import { callbackSource } from './callbacks/index.ts'
import { claimSource } from './claims/index.ts'
import { complaintSource } from './complaints/index.ts'
import { customerSource, documentSource, type PersonalDataSource } from './customers/index.ts'
import { noticeSource } from './notifications/index.ts'
import { portalSource } from './portal/index.ts'
import { coverSource } from './programme/index.ts'
import { deskSource } from './service-desk/index.ts'
import { visitSource } from './visits/index.ts'

export const personalData: readonly PersonalDataSource[] = [
  customerSource,
  coverSource,
  claimSource,
  visitSource,
  deskSource,
  callbackSource,
  complaintSource,
  documentSource,
  noticeSource,
  portalSource,
]
