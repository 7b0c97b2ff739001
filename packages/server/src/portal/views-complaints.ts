/** The complaints an account brought (POR-03, CMP-02). */
import type { portalMyComplaints as route } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { complaintsOfAccount } from '../complaints/index.ts'
import type { Tx } from '../http/index.ts'

export async function myComplaints(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  return ok({ items: await complaintsOfAccount(tx) })
}
