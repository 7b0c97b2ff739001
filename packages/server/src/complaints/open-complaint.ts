/**
 * CMP-01, CMP-02: however a complaint reached us, it begins here: one number, the legal clock from its receipt, its
 * words sealed, and the line of those complained about noted so that none of them is given it.
 */
import type { Complainant, Matter } from '@anpei/contract/complaints'
import type { ComplaintLabel, Representation } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import type { z } from 'zod'
import { writeAsOne } from '../db/index.ts'
import { tellLive, type Tx } from '../http/index.ts'
import { superiorsOf } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { newComplaintWriting } from './store.ts'

export type Opening = {
  readonly label: ComplaintLabel
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly representation: Representation
  readonly complainant: z.output<typeof Complainant>
  readonly matter: z.output<typeof Matter>
  readonly person: { readonly id: string; readonly villageCode: string | null } | null
  readonly claim: { readonly id: string; readonly step: string | null } | null
  readonly policyNo: string
  readonly respondentText: string
  readonly respondentInstitutionId: string | null
  readonly concernedIds: readonly string[]
  readonly sellingInstitutionId: string | null
  readonly institutionId: string | null
  readonly cover: 'group' | 'individual'
}

export async function openComplaint(tx: Tx, opening: Opening): Promise<{ id: string; complaintNo: string }> {
  const { concernedIds, person, claim, receivedAt, channel, cover } = opening
  const id = newId()
  const [complaintNo, lineIds] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'complaint', tx.now),
    superiorsOf(tx.db, tx.actor.tenantId, concernedIds),
  ])
  tx.record({
    name: 'complaint.received',
    subject: { kind: 'complaint', id },
    personId: person?.id ?? null,
    at: receivedAt,
    facts: { complaintNo, via: channel, cover, class: 'simple', claimId: claim?.id ?? null },
  })
  const due = await deriveClocks(tx, { kind: 'complaint', id }, true)
  const { label, representation, policyNo, respondentText, respondentInstitutionId, institutionId } = opening
  const writing = newComplaintWriting(
    tx,
    {
      id,
      complaintNo,
      label,
      channel,
      receivedAt,
      recordedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
      representation,
      personId: person?.id ?? null,
      villageCode: person?.villageCode ?? null,
      institutionId,
      respondentInstitutionId,
      concernedIds,
      lineIds,
      sellingInstitutionId: opening.sellingInstitutionId,
      claimId: claim?.id ?? null,
      claimStep: claim?.step ?? null,
      cover,
      salt: tx.vault.newSalt(),
      told: { complainant: opening.complainant, matter: opening.matter, policyNo, respondentText },
    },
    due,
  )
  tx.later(writeAsOne(tx.db, [writing]))
  await tellLive(tx, 'complaints', null)
  return { id, complaintNo }
}
