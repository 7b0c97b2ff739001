/** CMP-13: what may be linked as a change, asked of the row that owns it. */
import type { ChangeKind } from '@anpei/domain/complaints'
import { scriptsInForce } from '../../callbacks/index.ts'
import { formsInForce } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import type { VersionInForce } from '../../kernel/index.ts'
import { articlesInForce } from '../../knowledge/index.ts'
import { templatesInForce } from '../../notifications/index.ts'
import { programmesInForce, tablesInForce } from '../../programme/index.ts'
import { wordingInForce } from '../../service-desk/index.ts'
import { definitionsInForce } from '../../sla/index.ts'

type InForce = (tx: Tx) => Promise<readonly VersionInForce[]>

const IN_FORCE: Readonly<Record<ChangeKind, InForce>> = {
  promise: definitionsInForce,
  programme: programmesInForce,
  decision_table: tablesInForce,
  template: templatesInForce,
  wording: wordingInForce,
  form: formsInForce,
  callback_script: scriptsInForce,
  knowledge: articlesInForce,
}

/** The newest first. */
export async function changesInForce(tx: Tx, kind: ChangeKind): Promise<readonly VersionInForce[]> {
  return IN_FORCE[kind](tx)
}
