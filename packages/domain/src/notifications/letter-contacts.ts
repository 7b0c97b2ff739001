/** The register of published contact data (SRV-11): the one source of phones, address, hours and e-mail on letters. */
import { type Decision, ok, refuse } from '../kernel/index.ts'
import { type LetterContact } from './letter-content.ts'
import { isRecord, textOf } from './letter-parse.ts'
import { type NotificationRefusal } from './refusals.ts'

const FIELDS = [
  'company',
  'unit',
  'hotline',
  'hotlineHours',
  'elderLine',
  'complaintLine',
  'fax',
  'address',
  'officeHours',
  'email',
  'portal',
  'regulatorPhone',
  'mediation',
  'process',
] as const

export type ContactRegister = Readonly<Record<(typeof FIELDS)[number], string>> & { readonly demo: boolean }

/** Reads the register; every field must be there, `demo` says that the numbers are invented. */
export function parseContacts(input: unknown): Decision<ContactRegister, NotificationRefusal> {
  if (!isRecord(input)) return refuse('notifications.contacts_malformed', { where: 'contacts' })
  const read = (field: (typeof FIELDS)[number]): string => textOf(input, field) ?? ''
  const empty = FIELDS.find((field) => read(field) === '')
  if (empty !== undefined) return refuse('notifications.contacts_malformed', { where: empty })
  if (typeof input['demo'] !== 'boolean') return refuse('notifications.contacts_malformed', { where: 'demo' })
  return ok({
    company: read('company'),
    unit: read('unit'),
    hotline: read('hotline'),
    hotlineHours: read('hotlineHours'),
    elderLine: read('elderLine'),
    complaintLine: read('complaintLine'),
    fax: read('fax'),
    address: read('address'),
    officeHours: read('officeHours'),
    email: read('email'),
    portal: read('portal'),
    regulatorPhone: read('regulatorPhone'),
    mediation: read('mediation'),
    process: read('process'),
    demo: input['demo'],
  })
}

/** The lines at the foot of every letter; web and mail addresses are printed but not read aloud. */
export function letterContacts(register: ContactRegister): readonly LetterContact[] {
  return [
    { label: '服务热线', value: `${register.hotline}（${register.hotlineHours}）`, spoken: true },
    { label: '老年专线', value: register.elderLine, spoken: true },
    { label: '投诉电话', value: register.complaintLine, spoken: true },
    { label: '地址', value: register.address, spoken: true },
    { label: '办公时间', value: register.officeHours, spoken: true },
    { label: '电子邮箱', value: register.email, spoken: false },
    { label: '网上查询', value: register.portal, spoken: false },
  ]
}
