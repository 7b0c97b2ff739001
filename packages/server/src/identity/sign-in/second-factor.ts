/**
 * Second factor: time-based one-time codes (RFC 6238), six digits, thirty seconds, one step of tolerance either way.
 */
import type { Instant } from '@anpei/domain/kernel'
import { Secret, TOTP } from 'otpauth'
import type { Vault } from '../../crypto/index.ts'

export function codeAt(secretBase32: string, now: Instant): string {
  return totp(secretBase32).generate({ timestamp: Date.parse(now) })
}

export function isRightCode(
  vault: Vault,
  staff: { salt: Buffer; second_factor_sealed: Buffer | null },
  code: string,
  now: Instant,
): boolean {
  if (!staff.second_factor_sealed) return false
  const secret = vault.openText(staff.salt, staff.second_factor_sealed)
  return matchesCode(secret, code, now)
}

export function matchesCode(secretBase32: string, code: string, now: Instant): boolean {
  return totp(secretBase32).validate({ token: code, timestamp: Date.parse(now), window: 1 }) !== null
}

/** What an authenticator app reads as a QR code. */
export function secondFactorUri(login: string, secretBase32: string): string {
  return new TOTP({
    issuer: 'Anpei',
    label: login,
    secret: Secret.fromBase32(secretBase32),
    digits: 6,
    period: 30,
  }).toString()
}

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

function totp(secretBase32: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secretBase32), digits: 6, period: 30 })
}
