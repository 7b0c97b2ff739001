/** A checked roster row as it stands sealed in a difference. */
import { MEMBER_STATUSES, type RosterRow } from '@anpei/domain/programme'
import { z } from 'zod'

const shape = z.object({
  name: z.string(),
  idNumber: z.string(),
  sex: z.enum(['male', 'female']),
  birthOn: z.string(),
  phone: z.string().nullable(),
  address: z.string(),
  villageCode: z.string(),
  status: z.string(),
  movedInOn: z.string().nullable(),
  statusOn: z.string().nullable(),
  lacksCapacity: z.boolean(),
})

/** Null where the difference is that somebody was not in the file. */
export function rowOfJson(json: unknown): RosterRow | null {
  const read = shape.safeParse(json)
  if (!read.success) return null
  const { status, ...row } = read.data
  return isStatus(status) ? { ...row, status } : null
}

function isStatus(text: string): text is keyof typeof MEMBER_STATUSES {
  return Object.hasOwn(MEMBER_STATUSES, text)
}
