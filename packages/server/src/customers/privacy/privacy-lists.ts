/** Purposes and retention periods as data (CUS-06, CUS-10), from config/privacy, read once. */
import { readFileSync } from 'node:fs'
import type { Purpose, RetentionClass } from '@anpei/domain/customers'

/** What a class is about: the data of a person, or a kind of things (retained-thing.ts). */
type ClassOfSubject = RetentionClass & { readonly subject: string }

let purposeList: readonly Purpose[] | undefined
let classList: readonly ClassOfSubject[] | undefined

export function purposes(): readonly Purpose[] {
  return (purposeList ??= listOf<Purpose>('purposes'))
}

export function retentionClasses(): readonly ClassOfSubject[] {
  return (classList ??= listOf<ClassOfSubject>('retention'))
}

function listOf<T>(name: string): readonly T[] {
  const list: readonly T[] = JSON.parse(
    readFileSync(new URL(`../../../../../config/privacy/${name}.json`, import.meta.url), 'utf8'),
  )
  return list
}
