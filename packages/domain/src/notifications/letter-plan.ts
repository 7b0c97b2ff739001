/**
 * What the kind of a letter decides: sections by name before and after the tables, its own values, tables, remedies.
 */
import { type LetterClause, type LetterTable } from './letter-content.ts'

export type Plan = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly tables: readonly LetterTable[]
  readonly clauses: readonly LetterClause[]
  readonly withRemedies: boolean
}
