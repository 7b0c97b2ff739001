/**
 * ORG-06, TRN-02: a role can demand certificates (岗前培训). While its holder lacks a valid one of any demanded kind
 * the role sleeps: no work is assigned by it, none can be taken, its queues stay closed. A certificate counts from the
 * day it was issued to its last day, both included, unless it was ended before.
 */
import { addDays, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type CertificateKind = { readonly code: string; readonly name: string }
export type HeldCertificate = {
  readonly kind: string
  readonly issuedOn: Day
  /** Empty: it does not end. */
  readonly validTo: Day | null
  readonly ended: boolean
}

export const CERTIFICATE_STANDINGS = {
  valid: '有效',
  expiring: '即将到期',
  expired: '已过期',
  future: '尚未生效',
  ended: '已终止',
} as const
export type CertificateStanding = keyof typeof CERTIFICATE_STANDINGS

/** So many days before the last day its holder and the superior are told. */
export const CERTIFICATE_WARNING_DAYS = 30

export function certificateStanding(held: HeldCertificate, day: Day): CertificateStanding {
  if (held.ended) return 'ended'
  if (held.issuedOn > day) return 'future'
  if (held.validTo === null) return 'valid'
  if (held.validTo < day) return 'expired'
  return held.validTo <= addDays(day, CERTIFICATE_WARNING_DAYS) ? 'expiring' : 'valid'
}

/** Refused with the role and the certificates that are missing or expired. */
export function decideCertified(
  role: { readonly name: string; readonly certificates: readonly string[] },
  held: readonly HeldCertificate[],
  day: Day,
  kinds: readonly CertificateKind[],
): Decision<true> {
  const valid = held.filter((one) => ['valid', 'expiring'].includes(certificateStanding(one, day)))
  const lacking = role.certificates.filter((code) => !valid.some((one) => one.kind === code))
  if (lacking.length === 0) return ok(true)
  const names = lacking.map((code) => kinds.find((kind) => kind.code === code)?.name ?? code)
  return refuse('identity.certificate_missing', { role: role.name, certificates: names.join('、') })
}

/** A role by which people and roles are looked after demands none: nobody could let its holders in again. */
export function decideDemand(permissions: readonly string[], certificates: readonly string[]): Decision<true> {
  const keepsTheDoor = permissions.includes('identity.manage') || permissions.includes('identity.check')
  return keepsTheDoor && certificates.length > 0 ? refuse('identity.certificate_locks_out') : ok(true)
}

export function parseCertificateKinds(data: unknown): Decision<readonly CertificateKind[]> {
  const kinds = Array.isArray(data) ? data.filter(isKind) : []
  const codes = new Set(kinds.map((kind) => kind.code))
  const isSound = Array.isArray(data) && kinds.length === data.length && codes.size === data.length
  return isSound ? ok(kinds) : refuse('identity.certificates_malformed')
}

function isKind(one: unknown): one is CertificateKind {
  if (typeof one !== 'object' || one === null || !('code' in one) || !('name' in one)) return false
  return typeof one.code === 'string' && one.code !== '' && typeof one.name === 'string' && one.name !== ''
}
