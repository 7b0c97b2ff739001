/** The forms in force (CUS-03): the last version published, else the one of config/forms, read once. */
import { readFileSync } from 'node:fs'
import { FORMS, parseForm, type FormDefinition, type FormName } from '@anpei/domain/customers'
import type { Db } from '../../db/index.ts'
import { formVersions } from './store-forms.ts'

const shipped = new Map<FormName, FormDefinition>()

function shippedForm(form: FormName): FormDefinition {
  const known = shipped.get(form)
  if (known) return known
  const file = new URL(`../../../../../config/forms/${form}.json`, import.meta.url)
  const definition = definitionOf(JSON.parse(readFileSync(file, 'utf8')))
  shipped.set(form, definition)
  return definition
}

function definitionOf(data: unknown): FormDefinition {
  const parsed = parseForm(data)
  if (!parsed.ok) throw new Error(`a form: ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}

/** All versions of a form, the newest first. */
export async function versionsOf(db: Db, tenantId: number, form: FormName): Promise<FormDefinition[]> {
  const published = await formVersions(db, tenantId, form)
  return [...published.map(definitionOf), shippedForm(form)]
}

export async function formInForce(db: Db, tenantId: number, form: FormName): Promise<FormDefinition> {
  const [newest = shippedForm(form)] = await versionsOf(db, tenantId, form)
  return newest
}

export function formNames(): FormName[] {
  const names: FormName[] = []
  for (const name in FORMS) if (isForm(name)) names.push(name)
  return names
}

function isForm(text: string): text is FormName {
  return Object.hasOwn(FORMS, text)
}
