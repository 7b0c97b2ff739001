/**
 * CLM-11, 保险法 24: what a decision letter quotes for a line that is paid or denied: the clauses its numbers come from,
 * or the clause a reason of denial rests on. Every number of a version carries its source, so none is invented here.
 */
import type { Benefit, ProgrammeVersion } from '../programme/index.ts'

export type QuotedClause = { readonly ref: string; readonly text: string }

/** The accident test is common ground of every accident cover (PRG-03). */
const ACCIDENT_TEST = '意外伤害是指外来的、突发的、非本意的、非疾病的客观事件直接致使身体受到的伤害。'

const EXCLUDED = '责任免除'

/** The clauses of a benefit, each once. */
export function clausesOfBenefit(version: ProgrammeVersion, code: string): QuotedClause[] {
  const benefit = version.benefits.find((one) => one.code === code)
  const clauses = benefit ? Object.values(benefit.sources).map((one) => clauseFromSource(one, benefit.title)) : []
  const once = clauses.filter((clause, at) => clauses.findIndex((one) => one.text === clause.text) === at)
  return once.length > 0 ? once : [{ ref: version.title, text: titleOf(benefit, code) }]
}

/** The clause a reason of denial rests on; reasons about sums and days rest on the benefit itself. */
export function clauseOfReason(version: ProgrammeVersion, benefit: string, reason: string): QuotedClause {
  const exclusion = version.exclusions.find((one) => reason === `exclusion.${one.code}`)
  if (exclusion) return clauseOfExclusion(refOf(exclusion.source), exclusion.title)
  if (reason.startsWith('accident.')) return { ref: `${version.title}·保险责任`, text: ACCIDENT_TEST }
  if (reason === 'cover.not_in_force') {
    return { ref: `${version.title}·保险期间`, text: '只对保险期间内发生的意外事故承担保险责任。' }
  }
  const [first] = clausesOfBenefit(version, benefit)
  return first ?? { ref: version.title, text: benefit }
}

/** `采购方案·保障责任·住院津贴每天 30 元（PRG-02）` → where it stands, and its words; of a bare document the benefit's name. */
function clauseFromSource(source: string, title: string): QuotedClause {
  const plain = withoutIds(source)
  const at = plain.lastIndexOf('·')
  return at < 0 ? { ref: plain, text: `${title}。` } : { ref: plain.slice(0, at), text: `${plain.slice(at + 1)}。` }
}

/** The chapter is named once: by where it stands, or before its words. */
function clauseOfExclusion(ref: string, title: string): QuotedClause {
  return { ref, text: ref.includes(EXCLUDED) ? `${title}。` : `${EXCLUDED}：${title}。` }
}

function refOf(source: string): string {
  return withoutIds(source).split('；')[0] ?? source
}

/** Our own row numbers mean nothing to a reader. */
function withoutIds(source: string): string {
  return source.replace(/（[A-Z]{3}-\d[^）]*）/g, '')
}

function titleOf(benefit: Benefit | undefined, code: string): string {
  return benefit?.title ?? code
}
