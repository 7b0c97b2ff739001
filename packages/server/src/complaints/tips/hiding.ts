/**
 * CMP-12, CUS-11: from the moment a 举报 is here it is sealed wherever something of it might turn up: audit log,
 * warnings, late entries, the request or complaint it came from. Without the right nobody learns that it exists.
 */
import type { Concerned } from '@anpei/domain/complaints'
import { sealMatter, type NewSeal } from '../../customers/index.ts'
import { tellLive, type Tx } from '../../http/index.ts'
import type { Hearer } from './store-hearers.ts'

export type Hiding = Required<Pick<NewSeal, 'concerned' | 'concernedUnits' | 'keepers' | 'needs'>>

export function hidingOf(concerned: Concerned, hearers: readonly Hearer[]): Hiding {
  const { concernedIds, lineIds, sellingInstitutionId } = concerned
  return {
    concerned: [...concernedIds, ...lineIds],
    concernedUnits: sellingInstitutionId === null ? [] : [sellingInstitutionId],
    keepers: hearers.map((one) => one.id),
    needs: 'complaint.tip',
  }
}

export async function hide(tx: Tx, subject: { readonly kind: string; readonly id: string }, hiding: Hiding) {
  await sealMatter(tx, subject, { ...hiding, shut: true, reason: '举报' })
}

/** Word to those who may know, and to nobody else. */
export function tellHearers(tx: Tx, { keepers }: Pick<Hiding, 'keepers'>): void {
  tellLive(tx, 'tips', keepers)
}
