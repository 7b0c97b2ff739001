/**
 * Who has to agree to a proposal (CLM-07, CLM-10; ORG-03): 初审 is the proposer; how many further people (复审, 审批) follow
 * from the amounts. The machine may pay without a person only what the table allows, and never denies.
 * "5000元以下" includes 5,000 (LAW trap 8).
 */
import type { Fen } from '../kernel/index.ts'
import type { ClaimClass } from './words.ts'

export type RoutingTable = {
  readonly straightThrough: {
    readonly classes: readonly ClaimClass[]
    readonly benefits: readonly string[]
    readonly maxFen: Fen
  }
  /** Up to this (included) one further person is enough; above it two; above `bigFen` three. */
  readonly smallFen: Fen
  readonly bigFen: Fen
  /** What the decision table of the class asks for at least (CLM-07). */
  readonly leastSteps: number
}

export const DEFAULT_ROUTING: RoutingTable = {
  straightThrough: { classes: ['simple'], benefits: ['hospital_allowance'], maxFen: 500_000n },
  smallFen: 500_000n,
  bigFen: 5_000_000n,
  leastSteps: 1,
}

export type RoutedLine = {
  readonly benefit: string
  readonly outcome: 'pay' | 'deny' | 'not_applicable'
  /** What is paid, or for a denial what is at stake for the customer. */
  readonly amountFen: Fen
  /** A person set the amount, because the machine left it to a person. */
  readonly byHand: boolean
}

/** How many people must approve after the proposer; 0 = straight through. */
export function stepsNeeded(lines: readonly RoutedLine[], claimClass: ClaimClass, table: RoutingTable): number {
  if (isStraightThrough(lines, claimClass, table)) return 0
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0n)
  const byAmount = totalFen > table.bigFen ? 3 : totalFen > table.smallFen || lines.some((line) => line.byHand) ? 2 : 1
  return Math.max(byAmount, table.leastSteps)
}

function isStraightThrough(lines: readonly RoutedLine[], claimClass: ClaimClass, table: RoutingTable): boolean {
  const { classes, benefits, maxFen } = table.straightThrough
  return (
    classes.includes(claimClass) &&
    lines.every((line) => line.outcome === 'pay' && !line.byHand && benefits.includes(line.benefit)) &&
    lines.reduce((sum, line) => sum + line.amountFen, 0n) <= maxFen
  )
}
