/** ORG-06: the kinds of certificate a role can demand (config/certificates.json), read once. */
import { readFileSync } from 'node:fs'
import { parseCertificateKinds, type CertificateKind } from '@anpei/domain/identity'

let kept: readonly CertificateKind[] | undefined

export function certificateKinds(): readonly CertificateKind[] {
  if (kept) return kept
  const file = new URL('../../../../../config/certificates.json', import.meta.url)
  const parsed = parseCertificateKinds(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`config/certificates.json: ${parsed.code}`)
  kept = parsed.value
  return kept
}
