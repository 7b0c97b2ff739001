/**
 * Turns unknown data into a programme version (PRG-01), or says in Chinese, field by field, what is wrong with it.
 * Shape only; whether the version makes sense and keeps the law is the linter's question (PRG-09).
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { inFieldWords } from './field-words.ts'
import { parseBenefit } from './parse-benefit.ts'
import { readObject } from './object-reader.ts'
import type { ObjectReader } from './object-reader.ts'
import { BENEFIT_CODES, CAUSE_LISTS, CLAIM_KINDS } from './version.ts'
import type {
  BenefitCode,
  DocumentList,
  Eligibility,
  Example,
  Exclusion,
  Parameters,
  Premium,
  ProgrammeVersion,
  ServicePromise,
} from './version.ts'

const PREFIX = /^\d{6}$/
const YEAR_START = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/

export function parseProgrammeVersion(data: unknown): Decision<ProgrammeVersion, 'programme.version_unreadable'> {
  const problems: string[] = []
  const reader = readObject(data, '', problems)
  const version: ProgrammeVersion = {
    programme: reader.text('programme'),
    version: reader.text('version'),
    title: reader.text('title'),
    inForceFrom: reader.day('inForceFrom'),
    inForceTo: reader.isNull('inForceTo') ? null : reader.day('inForceTo'),
    policyYearStart: reader.text('policyYearStart'),
    eligibility: parseEligibility(reader.object('eligibility'), problems),
    premium: parsePremium(reader.object('premium')),
    parameters: parseParameters(reader.object('parameters')),
    benefits: reader.list('benefits', parseBenefit),
    exclusions: reader.list('exclusions', (item) => parseExclusion(item, problems)),
    documents: reader.list('documents', parseDocumentList),
    promises: reader.list('promises', parsePromise),
    notes: reader.texts('notes'),
    examples: reader.list('examples', parseExample),
  }
  reader.noOtherFields()
  if (!YEAR_START.test(version.policyYearStart)) problems.push('“policyYearStart”应当是 MM-DD，且不晚于当月 28 日')
  if (problems.length === 0) return ok(version)
  const named = problems.map(inFieldWords)
  return refuse('programme.version_unreadable', {
    problems: named.map(({ text }) => text),
    paths: named.map(({ path }) => path),
  })
}

function parseEligibility(reader: ObjectReader, problems: string[]): Eligibility {
  const eligibility = {
    minAge: reader.whole('minAge', 0, 120),
    district: reader.text('district'),
    usualIdPrefixes: reader.texts('usualIdPrefixes'),
    sources: reader.map('sources'),
  }
  if (!eligibility.usualIdPrefixes.every((prefix) => PREFIX.test(prefix))) {
    problems.push('“eligibility.usualIdPrefixes”应当都是 6 位数字')
  }
  reader.noOtherFields()
  return eligibility
}

function parsePremium(reader: ObjectReader): Premium {
  const premium = {
    perHeadFen: reader.fen('perHeadFen'),
    plannedHeads: reader.whole('plannedHeads', 0, 100_000_000),
    sources: reader.map('sources'),
  }
  reader.noOtherFields()
  return premium
}

function parseParameters(reader: ObjectReader): Parameters {
  const parameters: Parameters = {
    stacking: reader.oneOf('stacking', ['add', 'instead']),
    dischargeDayCounts: reader.flag('dischargeDayCounts'),
    yearBasis: reader.oneOf('yearBasis', ['policyYear', 'calendarYear']),
    aggregate: reader.oneOf('aggregate', ['perAccident', 'perPolicyYear']),
    movingAway: reader.oneOf('movingAway', ['endOfPolicyYear', 'dayOfMove']),
    joinerPremium: reader.oneOf('joinerPremium', ['full', 'proRata']),
    rosterMode: reader.oneOf('rosterMode', ['listed', 'unlisted']),
    smallClaimFen: reader.fen('smallClaimFen'),
    smallClaimIncludesLimit: reader.flag('smallClaimIncludesLimit'),
    reviewAndPayment: reader.oneOf('reviewAndPayment', ['oneAfterTheOther', 'inside']),
    payeeOnlyInsuredOrBeneficiary: reader.flag('payeeOnlyInsuredOrBeneficiary'),
    sources: reader.map('sources'),
  }
  reader.noOtherFields()
  return parameters
}

function parseExclusion(reader: ObjectReader, problems: string[]): Exclusion {
  const appliesTo: BenefitCode[] = []
  for (const code of reader.texts('appliesTo')) {
    const known = BENEFIT_CODES.find((candidate) => candidate === code)
    if (known === undefined) problems.push(`“${reader.path}.appliesTo”里没有“${code}”这种保险责任`)
    else appliesTo.push(known)
  }
  const proof = reader.raw('explanationProof')
  const exclusion: Exclusion = {
    code: reader.text('code'),
    title: reader.text('title'),
    effect: reader.oneOf('effect', ['refuse', 'manual']),
    appliesTo,
    explanationProof: typeof proof === 'string' ? proof : '',
    source: reader.text('source'),
  }
  reader.noOtherFields()
  return exclusion
}

function parseDocumentList(reader: ObjectReader): DocumentList {
  const list: DocumentList = {
    claimKind: reader.oneOf('claimKind', ['always', 'transport_death', ...CLAIM_KINDS, ...CAUSE_LISTS]),
    documents: reader.list('documents', (item) => {
      const document = {
        code: item.text('code'),
        title: item.text('title'),
        required: item.flag('required'),
        substitute: item.text('substitute'),
      }
      item.noOtherFields()
      return document
    }),
    source: reader.text('source'),
  }
  reader.noOtherFields()
  return list
}

function parsePromise(reader: ObjectReader): ServicePromise {
  const promise: ServicePromise = {
    code: reader.text('code'),
    title: reader.text('title'),
    subject: reader.oneOf('subject', ['decide', 'refusalNotice', 'pay', 'certainPart']),
    days: reader.whole('days', 1, 3660),
    unit: reader.oneOf('unit', ['workingDay', 'naturalDay']),
    cappedBy: reader.isNull('cappedBy') ? null : reader.text('cappedBy'),
    source: reader.text('source'),
  }
  reader.noOtherFields()
  return promise
}

function parseExample(reader: ObjectReader): Example {
  const expect = reader.object('expect')
  const example = {
    name: reader.text('name'),
    input: reader.raw('input'),
    expect: {
      outcome: expect.oneOf('outcome', ['pay', 'refuse', 'manual']),
      payableFen: expect.fen('payableFen'),
      reasons: expect.texts('reasons'),
    },
  }
  expect.noOtherFields()
  reader.noOtherFields()
  return example
}
