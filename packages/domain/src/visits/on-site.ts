/**
 * CLM-02: whether somebody goes to the scene of a report: when it is asked for, or by the rules of data (a death on the
 * spot, a disability by traffic). By rule only while the scene is fresh; asked for, always.
 */
import { daysBetween, ok, refuse, type Day, type Decision } from '../kernel/index.ts'

export type OnSiteRule = {
  readonly why: string
  readonly kinds: readonly string[]
  /** Empty: whatever the cause. */
  readonly causes: readonly string[]
  /** Only a death on the day of the accident. */
  readonly diedAtOnce: boolean
}
export type OnSiteRules = { readonly freshDays: number; readonly rules: readonly OnSiteRule[] }

export type ReportTold = {
  readonly asked: boolean
  readonly kinds: readonly string[]
  readonly cause: string
  readonly diedAtOnce: boolean
  readonly accidentOn: Day
  readonly receivedOn: Day
}

/** Why somebody goes; null: nobody needs to. */
export function whyOnSite(told: ReportTold, { rules, freshDays }: OnSiteRules): string | null {
  if (told.asked) return '报案人要求到现场'
  if (daysBetween(told.accidentOn, told.receivedOn) > freshDays) return null
  const found = rules.find(
    (rule) =>
      rule.kinds.some((kind) => told.kinds.includes(kind)) &&
      (rule.causes.length === 0 || rule.causes.includes(told.cause)) &&
      (!rule.diedAtOnce || told.diedAtOnce),
  )
  return found?.why ?? null
}

export function parseOnSite(input: unknown): Decision<OnSiteRules> {
  if (!isRecord(input) || !Array.isArray(input['rules'])) return refuse('visit.on_site_malformed', { where: 'rules' })
  const { freshDays } = input
  if (typeof freshDays !== 'number' || !Number.isInteger(freshDays) || freshDays < 0) {
    return refuse('visit.on_site_malformed', { where: 'freshDays' })
  }
  const rules: OnSiteRule[] = []
  for (const entry of input['rules']) {
    const rule = parseRule(entry)
    if (!rule) return refuse('visit.on_site_malformed', { where: `rules.${rules.length}` })
    rules.push(rule)
  }
  return ok({ freshDays, rules })
}

function parseRule(entry: unknown): OnSiteRule | undefined {
  if (!isRecord(entry)) return undefined
  const { why, kinds, causes = [], diedAtOnce = false } = entry
  if (typeof why !== 'string' || why === '' || !isTexts(kinds) || !isTexts(causes) || typeof diedAtOnce !== 'boolean') {
    return undefined
  }
  return kinds.length === 0 ? undefined : { why, kinds, causes, diedAtOnce }
}

function isTexts(input: unknown): input is readonly string[] {
  return Array.isArray(input) && input.every((one) => typeof one === 'string')
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
