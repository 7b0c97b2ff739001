/** The register of published contact data, read once through its parser (SRV-11). */
import { readFileSync } from 'node:fs'
import { parseContacts, type ContactRegister } from '@anpei/domain/notifications'

let register: ContactRegister | undefined

export function contactRegister(): ContactRegister {
  return register ??= read()
}

function read(): ContactRegister {
  const parsed = parseContacts(JSON.parse(readFileSync(new URL('../../../../config/contacts.json', import.meta.url), 'utf8')))
  if (!parsed.ok) throw new Error(`config/contacts.json: ${parsed.code} ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}
