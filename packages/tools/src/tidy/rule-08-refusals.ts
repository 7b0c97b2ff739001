/**
 * Rule 8: every refusal code has a Chinese and an English sentence with the same facts in it, is given somewhere, and
 * is produced by a test that quotes it; every code given by `refuse('…')` stands in a catalogue.
 */
import type { RefusalText } from '@anpei/domain/kernel'
import { codeOf, finding, type Finding, type House } from './house.ts'

export function refusals(house: House): Finding[] {
  const listed = house.catalogues.refusals
  const codes = new Set(listed.map((item) => item.name))
  const code = codeOf(house).filter((file) => file.column !== 'tools')
  const tested = new Set(code.filter((file) => file.isTest).flatMap((file) => quoted(file.facts().texts)))
  const givers = code.filter((file) => !file.isTest && !file.name.endsWith('refusals.ts'))
  const given = new Set(givers.flatMap((file) => quoted(file.facts().texts)))
  const found: Finding[] = []
  const owners = new Map<string, string>()
  for (const { path, name, value } of listed) {
    const file = house.files.find((item) => item.path === path)
    const line = file ? file.lineOf(Math.max(0, file.text.indexOf(`'${name}'`))) : 1
    const say = (sentence: string): void => {
      found.push({ path, line, sentence: `${name} ${sentence}` })
    }
    for (const sentence of wording(value)) say(sentence)
    if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9_]*)+$/.test(name)) say("is not of the form 'row.word'")
    if (owners.has(name)) say(`stands also in ${owners.get(name)}`)
    owners.set(name, path)
    if (!given.has(name)) say('is never given: no code refuses with it')
    if (!tested.has(name)) say('is quoted by no test')
  }
  for (const file of code.filter((item) => !item.isTest)) {
    for (const call of file.facts().calls) {
      if (!/(^|\.)refuse$/.test(call.callee) || call.first === null || codes.has(call.first)) continue
      found.push(finding(file, call.start, `the refusal '${call.first}' stands in no refusals.ts`))
    }
  }
  return found
}

function quoted(texts: readonly { readonly value: string }[]): string[] {
  return texts.flatMap((text) => text.value.match(/\b[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9_]*)+\b/g) ?? [])
}

function wording(text: RefusalText): string[] {
  const found: string[] = []
  if (!/\p{Script=Han}/u.test(text.zh)) found.push('has no Chinese sentence')
  if (!/[a-z]{2}/i.test(text.en)) found.push('has no English sentence')
  const zh = factsIn(text.zh)
  const en = factsIn(text.en)
  if (zh !== en) found.push(`tells different facts: zh {${zh}}, en {${en}}`)
  return found
}

function factsIn(sentence: string): string {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort().join(', ')
}
