/** Writes and reads letters. The content is kept sealed; the PDF can be made again from it to the byte (CLM-11). */
import type { Instant } from '@anpei/domain/kernel'
import { LETTER_KINDS, type LetterContent, type LetterKind } from '@anpei/domain/notifications'
import type { Vault } from '../../crypto/index.ts'
import type { Db } from '../../db/index.ts'

export type NewLetter = {
  readonly id: string
  readonly letterNo: string
  readonly kind: LetterKind
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId: string | null
  readonly content: LetterContent
  readonly issuedBy: string | null
}

export async function insertLetter(
  db: Db,
  tenantId: number,
  vault: Vault,
  now: Instant,
  letter: NewLetter,
): Promise<void> {
  const salt = vault.newSalt()
  await db
    .insertInto('letter')
    .values({
      tenant_id: tenantId,
      id: letter.id,
      letter_no: letter.letterNo,
      kind: letter.kind,
      subject_kind: letter.subject.kind,
      subject_id: letter.subject.id,
      person_id: letter.personId,
      salt,
      sealed: vault.seal(salt, JSON.stringify(letter.content)),
      template_version: letter.content.templateVersion,
      issued_by: letter.issuedBy,
      issued_at: now,
    })
    .execute()
}

export type Delivery = { readonly way: string; readonly proof: string; readonly recordedBy: string }

export type LetterRecord = {
  readonly id: string
  readonly letterNo: string
  readonly kind: LetterKind
  readonly subjectId: string
  readonly issuedAt: Instant
  readonly deliveredAt: Instant | null
  readonly deliveryWay: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
}

const COLUMNS = [
  'id',
  'letter_no',
  'kind',
  'subject_id',
  'issued_at',
  'delivered_at',
  'delivery',
  'salt',
  'sealed',
] as const
type Columns = {
  id: string
  letter_no: string
  kind: string
  subject_id: string
  issued_at: Instant
  delivered_at: Instant | null
  delivery: unknown
  salt: Buffer
  sealed: Buffer
}

export async function findLetter(db: Db, tenantId: number, letterId: string): Promise<LetterRecord | undefined> {
  const row = await db
    .selectFrom('letter')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', letterId)
    .executeTakeFirst()
  return row && toLetter(row)
}

/** False when the delivery was recorded before. */
export async function saveDelivery(
  db: Db,
  tenantId: number,
  letterId: string,
  at: Instant,
  delivery: Delivery,
): Promise<boolean> {
  const result = await db
    .updateTable('letter')
    .set({ delivered_at: at, delivery: JSON.stringify(delivery) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', letterId)
    .where('delivered_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export function letterContent(vault: Vault, letter: LetterRecord): LetterContent {
  const content: LetterContent = JSON.parse(vault.openText(letter.salt, letter.sealed))
  return content
}

function toLetter(row: Columns): LetterRecord {
  const kind = LETTER_KINDS.find((one) => one === row.kind)
  if (!kind) throw new Error(`unknown kind of letter ${row.kind}`)
  const { delivery } = row
  const way = typeof delivery === 'object' && delivery !== null && 'way' in delivery ? String(delivery.way) : null
  return {
    id: row.id,
    letterNo: row.letter_no,
    kind,
    subjectId: row.subject_id,
    issuedAt: row.issued_at,
    deliveredAt: row.delivered_at,
    deliveryWay: way,
    salt: row.salt,
    sealed: row.sealed,
  }
}
