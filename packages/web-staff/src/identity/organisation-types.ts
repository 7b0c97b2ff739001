/** The parts of the organisation as the contract gives them. */
import type { listVillages, viewOrganisation } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'

export type Organisation = Answer<typeof viewOrganisation>
export type Institution = Organisation['institutions'][number]
export type Department = Organisation['departments'][number]
export type Village = Answer<typeof listVillages>['items'][number]
