/** Shares of one payment between beneficiaries or heirs: percent on the screen, basis points on the wire (CLM-12). */
const DEATH: readonly string[] = ['death', 'transport_death']

export type ShareDraft = { readonly payeeAccountId: string; readonly percent: string }
export type Share = { readonly payeeAccountId: string; readonly shareBps: number }

type Left<Line> = { readonly lines: readonly Line[]; readonly accident: { readonly diedOn: string | null } }

/** The living receive for themselves: only what a deceased person leaves is divided. */
export function sharedLines<L extends { readonly benefit: string }>({ lines, accident }: Left<L>): readonly L[] {
  const died = accident.diedOn !== null || lines.some(({ benefit }) => DEATH.includes(benefit))
  return died ? lines : []
}

/** `33.33` → 3333; null when it is no share of up to 100 % with two decimals. */
export function bpsOf(percent: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent.trim())
  if (!match) return null
  const bps = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return bps <= 10_000 ? bps : null
}

/** Equal shares that sum to exactly 100 %: the rest of the division goes to the first. */
export function equalShares(payeeAccountIds: readonly string[]): readonly ShareDraft[] {
  const each = Math.floor(10_000 / payeeAccountIds.length)
  const rest = 10_000 - each * payeeAccountIds.length
  return payeeAccountIds.map((payeeAccountId, index) => {
    const bps = each + (index === 0 ? rest : 0)
    return { payeeAccountId, percent: (bps / 100).toFixed(2) }
  })
}

/** The shares to send, or why they cannot be sent. */
export function sharesOf(drafts: readonly ShareDraft[]): {
  readonly shares: readonly Share[]
  readonly problem: string | null
} {
  const shares: Share[] = []
  for (const { payeeAccountId, percent } of drafts) {
    if (percent.trim() === '') continue
    const shareBps = bpsOf(percent)
    if (shareBps === null || shareBps === 0) return { shares: [], problem: `“${percent}”不是有效的份额` }
    shares.push({ payeeAccountId, shareBps })
  }
  const total = shares.reduce((sum, share) => sum + share.shareBps, 0)
  return { shares, problem: total === 10_000 ? null : `合计 ${(total / 100).toFixed(2)}%，应为 100%` }
}
