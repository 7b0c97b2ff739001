/**
 * The one calculation behind preview, saving, proposing, approving and the sweep (CLM-09): the claim, the established
 * facts and the person's cover and history, judged by the version of the accident date.
 */
import type { Assessment, AssessmentInput } from '@anpei/contract/claims'
import { assessClaim, type Assessed, type AssessmentBasis } from '@anpei/domain/claims'
import type { Facts } from '@anpei/domain/kernel'
import { fillTemplate, reasonText, sentenceOf, type ClaimKind, type ProgrammeVersion } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadStandards, loadVersion } from '../../programme/index.ts'
import { basisOfClaim, type AssessmentRecord, type PersonBasis, type SealedAssessment } from './store-assessments.ts'
import type { ClaimRecord } from '../store-claims.ts'

export type Judgement = {
  readonly input: AssessmentInput
  readonly basis: AssessmentBasis
  readonly versionId: string
  readonly definitionHash: string
  readonly version: ProgrammeVersion
  readonly assessed: Assessed
}

const KINDS: readonly ClaimKind[] = ['death', 'disability', 'hospital', 'medical']

export async function judgeClaim(tx: Tx, claim: ClaimRecord, input: AssessmentInput): Promise<Judgement> {
  const [version, person] = await Promise.all([
    loadVersion(tx.db, tx.actor.tenantId, claim.versionId),
    basisOfClaim(tx.db, tx.actor.tenantId, claim.id),
  ])
  return judgeBy(version, claim, person, input)
}

/** The same without reading anything. */
export function judgeBy(
  version: ProgrammeVersion,
  claim: ClaimRecord,
  person: PersonBasis,
  input: AssessmentInput,
): Judgement {
  const basis: AssessmentBasis = {
    kinds: KINDS.filter((kind) => claim.kinds.includes(kind)),
    accidentOn: claim.accidentOn,
    birthOn: person.birthOn,
    cover: person.cover,
    usage: person.usage,
    ownLines: claim.lines.map((line) => ({
      id: line.id,
      benefit: line.benefit,
      settled: line.state !== 'open' && line.state !== 'proposed',
      ...(line.advancedFen === 0n ? {} : { advancedFen: Number(line.advancedFen) }),
    })),
  }
  const assessed = assessClaim(input, basis, version, loadStandards())
  return { input, basis, versionId: claim.versionId, definitionHash: person.definitionHash, version, assessed }
}

/** A kept assessment calculated again from what is sealed with it; `sameDefinition` = the version still is what it
 * was. */
export async function judgeKept(
  tx: Tx,
  content: SealedAssessment,
): Promise<{
  readonly assessed: Assessed
  readonly version: ProgrammeVersion
  readonly sameDefinition: boolean
}> {
  const { tenantId } = tx.actor
  const [version, row] = await Promise.all([
    loadVersion(tx.db, tenantId, content.programmeVersionId),
    tx.db
      .selectFrom('programme_version')
      .select('definition_hash')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', content.programmeVersionId)
      .executeTakeFirstOrThrow(),
  ])
  const basis: AssessmentBasis = {
    kinds: KINDS.filter((kind) => content.kinds.includes(kind)),
    accidentOn: content.accidentOn,
    birthOn: content.birthOn,
    cover: content.cover,
    ownLines: content.ownLines,
    usage: {
      days: content.usage.days,
      sums: content.usage.sums.map((sum) => ({ ...sum, paidFen: BigInt(sum.paidFen) })),
    },
  }
  const sameDefinition = row.definition_hash.toString('hex') === content.definitionHash
  return { assessed: assessClaim(content.input, basis, version, loadStandards()), version, sameDefinition }
}

export function shownKinds(assessed: Assessed): Assessment['kinds'] {
  return assessed.kinds.map(({ kind, adjudication }) => ({
    kind,
    outcome: adjudication.outcome,
    payableFen: Number(adjudication.payableFen),
    reasons: adjudication.reasons.map((code) => ({
      code,
      text: reasonWords(code, [...adjudication.working, ...adjudication.lines.flatMap((line) => line.working)]),
    })),
    working: adjudication.working.map(sentenceOf),
    lines: adjudication.lines.map((line) => ({
      benefit: line.benefit,
      payableFen: Number(line.payableFen),
      days: line.days ?? null,
      percent: line.percent ?? null,
      working: line.working.map(sentenceOf),
    })),
  }))
}

/** The sentence of a reason, with the facts of the working it stands in. */
function reasonWords(code: string, steps: readonly { readonly facts: Facts }[]): string {
  const facts: Facts = Object.assign({}, ...steps.map((step) => step.facts))
  return fillTemplate(reasonText(code)?.zh ?? code, facts)
}

export function sealedOf(claim: ClaimRecord, judgement: Judgement): SealedAssessment {
  const { basis, input, assessed } = judgement
  return {
    input,
    programmeVersionId: judgement.versionId,
    definitionHash: judgement.definitionHash,
    personId: claim.personId,
    kinds: basis.kinds,
    accidentOn: basis.accidentOn,
    birthOn: basis.birthOn ?? '',
    cover: basis.cover,
    usage: {
      days: basis.usage.days,
      sums: basis.usage.sums.map((sum) => ({ ...sum, paidFen: Number(sum.paidFen) })),
    },
    ownLines: basis.ownLines,
    kindsShown: shownKinds(assessed),
  }
}

/** An assessment speaks for a claim only while person, accident, kinds and version are the same, and no paper came
 * since. */
export function isOutdated(claim: ClaimRecord, made: AssessmentRecord): boolean {
  const { content } = made
  return (
    content.personId !== claim.personId ||
    content.accidentOn !== claim.accidentOn ||
    content.programmeVersionId !== claim.versionId ||
    [...content.kinds].sort().join() !== [...claim.kinds].sort().join() ||
    (claim.papersCompletedAt !== null && claim.papersCompletedAt > made.madeAt)
  )
}
