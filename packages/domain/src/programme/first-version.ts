/**
 * What the first version of a new programme says before anybody edits it (PRG-01): the terms of an older programme, or
 * the empty ones shipped, made those of the new one. Every clause then cites the new agreement; what nobody agreed on
 * keeps its default.
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

export function firstVersion(terms: Terms, programme: NewProgramme): Terms {
  const { code, name, rosterMode, startsOn, district, minAge, perHeadFen, plannedHeads, source } = programme
  const parameters = recordOf(terms['parameters'])
  return {
    programme: code,
    version: startsOn,
    title: name,
    inForceFrom: startsOn,
    inForceTo: null,
    policyYearStart: startsOn.slice(5),
    eligibility: { minAge, district, usualIdPrefixes: [], sources: { minAge: source } },
    premium: { perHeadFen, plannedHeads, sources: { perHeadFen: source, plannedHeads: source } },
    parameters: {
      ...parameters,
      rosterMode,
      sources: { ...recordOf(parameters['sources']), rosterMode: source, smallClaimFen: source },
    },
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
