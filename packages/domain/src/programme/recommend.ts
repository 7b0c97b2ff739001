/**
 * SRV-07: from what the customer said about needs and budget the machine says of each product what it meets, what it
 * lacks and what speaks against it, and proposes the one that meets most, the cheaper of equals. A person decides and
 * writes the reasons. A benefit without a stated sum meets nothing: no invented numbers (PRG-02).
 */
import { ageOn, type Day } from '../kernel/index.ts'
import { MISFITS, type Misfit } from './introduction-words.ts'
import { plainYuan } from './introduction-sheet.ts'
import { BENEFIT_CODES, type BenefitCode, type ProgrammeVersion } from './version.ts'

/** What people call the events they want cover for; the codes are those of the benefits and of the form's questions. */
const NEED_WORDS: Readonly<Record<BenefitCode, string>> = {
  death: '意外去世',
  disability: '意外残疾',
  hospital_allowance: '住院津贴',
  transport_death: '交通意外',
  medical: '住院医药费',
}

export type CustomerFacts = {
  readonly today: Day
  /** Null = not known. */
  readonly birthOn: Day | null
  /** Codes of the programmes that cover the customer on some later day than today, or today. */
  readonly coveredBy: readonly string[]
}
/** Answers of the form of needs and budget: a benefit's code → `yes`, `budget` → yuan a year. */
export type Needs = Readonly<Record<string, string>>

export type Product = { readonly versionId: string; readonly version: ProgrammeVersion }
export type Fit = {
  readonly versionId: string
  readonly meets: readonly BenefitCode[]
  readonly lacks: readonly BenefitCode[]
  readonly against: readonly Misfit[]
  readonly reasons: readonly string[]
}
export type ProductProposal = {
  /** Null = none of them. */
  readonly versionId: string | null
  readonly reasons: readonly string[]
  readonly fits: readonly Fit[]
}

export function proposeProduct(products: readonly Product[], needs: Needs, customer: CustomerFacts): ProductProposal {
  const fits = products.map((product) => fitOf(product, needs, customer))
  const wanted = BENEFIT_CODES.filter((code) => needs[code] === 'yes')
  const fitting = fits.filter(({ against, meets }) => against.length === 0 && (meets.length > 0 || wanted.length === 0))
  const premium = (fit: Fit): bigint =>
    products.find(({ versionId }) => versionId === fit.versionId)?.version.premium.perHeadFen ?? 0n
  const [best] = fitting.toSorted((a, b) => b.meets.length - a.meets.length || Number(premium(a) - premium(b)) || 0)
  if (best) return { versionId: best.versionId, reasons: best.reasons, fits }
  return { versionId: null, reasons: ['比较的产品里，没有一个适合这位客户。'], fits }
}

function fitOf({ versionId, version }: Product, needs: Needs, customer: CustomerFacts): Fit {
  const wanted = BENEFIT_CODES.filter((code) => needs[code] === 'yes')
  const stated = new Set(
    version.benefits.filter((one) => one.kind !== 'reimbursement' || one.pricing !== null).map(({ code }) => code),
  )
  const meets = wanted.filter((code) => stated.has(code))
  const lacks = wanted.filter((code) => !stated.has(code))
  const against = misfitsOf(version, needs, customer)
  return { versionId, meets, lacks, against, reasons: reasonsOf(version, { meets, lacks, against }, needs) }
}

function misfitsOf(
  { eligibility, premium, programme, inForceTo }: ProgrammeVersion,
  needs: Needs,
  customer: CustomerFacts,
) {
  const { birthOn, today, coveredBy } = customer
  const budget = budgetFen(needs)
  const found: Misfit[] = []
  if (birthOn !== null && ageOn(birthOn, today) < eligibility.minAge) found.push('too_young')
  if (budget !== null && premium.perHeadFen > budget) found.push('over_budget')
  if (coveredBy.includes(programme)) found.push('covered')
  if (inForceTo !== null && inForceTo < today) found.push('over')
  return found
}

/** Null where nothing was said; whole yuan or two decimals, as the form takes them. */
function budgetFen(needs: Needs): bigint | null {
  const said = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(needs.budget ?? '')
  return said ? BigInt(said[1] ?? '0') * 100n + BigInt((said[2] ?? '').padEnd(2, '0')) : null
}

function reasonsOf(
  version: ProgrammeVersion,
  { meets, lacks, against }: Pick<Fit, 'meets' | 'lacks' | 'against'>,
  needs: Needs,
): string[] {
  const named = (codes: readonly BenefitCode[]): string => codes.map((code) => NEED_WORDS[code]).join('、')
  const budget = budgetFen(needs)
  const price = plainYuan(version.premium.perHeadFen)
  return [
    ...against.map((code) => `${MISFITS[code]}。`),
    ...(meets.length > 0 ? [`客户要的${named(meets)}，这个方案有。`] : []),
    ...(lacks.length > 0 ? [`客户要的${named(lacks)}，这个方案没有写明的金额或者不保。`] : []),
    ...(budget !== null && version.premium.perHeadFen <= budget
      ? [`每人每年 ${price}，在客户说的 ${plainYuan(budget)}以内。`]
      : []),
  ]
}
