/**
 * What the first version of a new programme says before anybody edits it (PRG-01): the terms of an older programme, or
 * the blank ones shipped, made those of the new one. Every clause then cites the new agreement; a parameter that stands
 * at its default says so.
 */
import type { Day } from '../kernel/index.ts'
import { isRecord } from './object-reader.ts'

export type NewProgramme = {
  readonly code: string
  readonly name: string
  readonly rosterMode: 'listed' | 'unlisted'
  /** First day of its first policy year; every policy year begins on that day. */
  readonly startsOn: Day
  /** Who may be insured, in the words of the agreement. */
  readonly district: string
  readonly minAge: number
  readonly perHeadFen: number
  readonly plannedHeads: number
  /** The agreement its clauses stand in. */
  readonly source: string
}

type Terms = Readonly<Record<string, unknown>>

/** `copied`: of an older programme; null: begun from blank. */
export function firstVersion(blank: Terms, copied: Terms | null, programme: NewProgramme): Terms {
  const { code, name, rosterMode, startsOn, district, minAge, perHeadFen, plannedHeads, source } = programme
  const terms = copied ?? blank
  const parameters = { ...recordOf(terms['parameters']), rosterMode }
  return {
    programme: code,
    version: startsOn,
    title: name,
    inForceFrom: startsOn,
    inForceTo: null,
    policyYearStart: startsOn.slice(5),
    eligibility: { minAge, district, usualIdPrefixes: [], sources: { minAge: source } },
    premium: { perHeadFen, plannedHeads, sources: { perHeadFen: source, plannedHeads: source } },
    parameters: { ...parameters, sources: parameterSources(parameters, recordOf(blank['parameters']), source) },
    benefits: cite(terms['benefits'], source),
    exclusions: cite(terms['exclusions'], source),
    documents: cite(terms['documents'], source),
    promises: cite(terms['promises'], source),
    notes: terms['notes'],
    examples: listOf(terms['examples']).map((example) => ({
      ...recordOf(example),
      input: { ...recordOf(recordOf(example)['input']), programme: code },
    })),
  }
}

function parameterSources(parameters: Terms, usual: Terms, source: string): Terms {
  const fields = Object.keys(parameters).filter((field) => field !== 'sources')
  const why = recordOf(usual['sources'])
  const isUsual = (field: string) => parameters[field] === usual[field] && field in why
  return Object.fromEntries(fields.map((field) => [field, isUsual(field) ? why[field] : source]))
}

/** The rules with every clause they name replaced. */
function cite(rules: unknown, source: string): unknown[] {
  return listOf(rules).map((rule) => {
    const sources = Object.keys(recordOf(recordOf(rule)['sources'])).map((field) => [field, source])
    return {
      ...recordOf(rule),
      ...('sources' in recordOf(rule) ? { sources: Object.fromEntries(sources) } : {}),
      ...('source' in recordOf(rule) ? { source } : {}),
    }
  })
}

function recordOf(value: unknown): Terms {
  return isRecord(value) ? value : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
