/**
 * CUS-01: telephone numbers of elders and their families. Mobile numbers have 11 digits (^1[3-9]\d{9}$); landlines
 * matter here: Shantou is 0754 and eight digits that begin with 8, mostly written without the area code.
 * Landlines of other cities need their area code.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { compactNumber, cover } from './typed-text.ts'

export type Phone = { readonly phone: string; readonly kind: 'mobile' | 'landline' }
export type PhoneRefusal = 'customers.phone_missing' | 'customers.phone_invalid'

const LOCAL_AREA = '0754'
const LOCAL_LANDLINE = /^(?:0754)?(8\d{7})$/
const OTHER_LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})$/

/** Normal forms: `13812345678`, `0754-81234567`. */
export function parsePhone(text: string): Decision<Phone, PhoneRefusal> {
  const typed = compactNumber(text).replace(/[-‐-―()]/g, '')
  if (typed === '') return refuse('customers.phone_missing')
  const national = typed.replace(/^(?:\+|00)86/, '').replace(/^86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(national)) return ok({ phone: national, kind: 'mobile' })
  const withArea = /^754\d{8}$/.test(national) ? `0${national}` : national
  const local = LOCAL_LANDLINE.exec(withArea)
  if (local?.[1] !== undefined) return ok({ phone: `${LOCAL_AREA}-${local[1]}`, kind: 'landline' })
  const other = OTHER_LANDLINE.exec(withArea)
  if (other !== null && other[1] !== LOCAL_AREA) return ok({ phone: `${other[1]}-${other[2]}`, kind: 'landline' })
  return refuse('customers.phone_invalid')
}

/** CUS-08: `13812345678` → `138****5678`, `0754-81234567` → `0754-****4567`. */
export function maskPhone(phone: string): string {
  const hyphen = phone.indexOf('-')
  if (hyphen > 0) return phone.slice(0, hyphen + 1) + cover(phone.slice(hyphen + 1), 0, 4)
  return cover(phone, 3, 4)
}
