/** SRV-02: the register of prompts and the plans of the lines, as screens show them. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { DeskPrompt, listCallPlans as plansRoute, listPrompts as promptsRoute } from '@anpei/contract/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import { dayOfInstant, holds, ok, type Decision } from '@anpei/domain/kernel'
import { CALL_LINES, PROMPT_OCCASIONS, promptsInForce, type CallLine } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../http/index.ts'
import { changesOfKind, waitingChangesOf } from '../../identity/index.ts'
import { menuSubject, PLAN_CHANGE, PROMPT_CHANGE } from './change-kinds.ts'
import { plansNow, promptsInUse, promptsWhere, type StoredPrompt } from './store-menus.ts'

const LINES: readonly CallLine[] = ['consult', 'report', 'elder', 'complaint', 'progress']
const MOST_WAITING = 50

export async function listPrompts(
  tx: Tx,
  { query }: Input<typeof promptsRoute>,
): Promise<Decision<Answer<typeof promptsRoute>>> {
  const { tenantId } = tx.actor
  const asked = { kind: PROMPT_CHANGE, state: 'waiting', subjectId: null, before: null, limit: MOST_WAITING }
  const [all, inUse, waiting] = await Promise.all([
    promptsWhere(
      tx.db,
      tenantId,
      sql<boolean>`(p.withdrawn_at is ${query.withdrawn === 'yes' ? sql`not null` : sql`null`})
        and ${query.line ? sql`p.line = ${query.line}` : sql`true`}`,
    ),
    promptsInUse(tx.db, tenantId),
    changesOfKind(tx.db, tenantId, asked),
  ])
  return ok({
    items: promptViews(tx, all, inUse),
    waiting: waiting.flatMap(({ id, title, salt, sealed_after }) => {
      const told: unknown = salt && sealed_after ? JSON.parse(tx.vault.openText(salt, sealed_after)) : null
      const read = z.object({ id: z.string() }).safeParse(told)
      return read.success ? [{ changeId: id, promptId: read.data.id, title }] : []
    }),
  })
}

export function promptViews(
  tx: Tx,
  prompts: readonly StoredPrompt[],
  inUse: readonly StoredPrompt[] = prompts,
): DeskPrompt[] {
  const today = dayOfInstant(tx.now)
  const played = new Set(LINES.flatMap((line) => promptsInForce(inUse, line, today).map(({ id }) => id)))
  const leads = holds(tx.actor, 'desk.lead')
  return prompts.map((one) => ({
    ...one,
    lineWord: one.line === 'every' ? '所有线路' : CALL_LINES[one.line],
    occasionWord: PROMPT_OCCASIONS[one.occasion],
    languageWord: LANGUAGES[one.language],
    inForce: one.withdrawnAt === null && played.has(one.id),
    can: leads && one.withdrawnAt === null ? ['withdraw'] : [],
  }))
}

export async function listCallPlans(tx: Tx, _: Input<typeof plansRoute>): Promise<Decision<Answer<typeof plansRoute>>> {
  const { tenantId } = tx.actor
  const plans = await plansNow(tx.db, tenantId)
  const items = LINES.map(async (line) => {
    const stored = plans.find((one) => one.line === line)
    const waiting = await waitingChangesOf(tx.db, tenantId, menuSubject(tx, `plan/${line}`))
    return {
      line,
      lineWord: CALL_LINES[line],
      version: stored?.version ?? 0,
      plan: stored?.plan ? planBody(stored.plan) : null,
      at: stored?.at ?? null,
      madeBy: stored?.madeBy ?? '',
      confirmedBy: stored?.confirmedBy ?? '',
      waiting: waiting.some(({ kind }) => kind === PLAN_CHANGE),
    }
  })
  return ok({ items: await Promise.all(items) })
}

function planBody({ keys, opening, menu, waiting, outOfHours, unanswered }: StoredPlanBody) {
  return {
    keys: [...keys],
    opening: [...opening],
    menu: [...menu],
    waiting: [...waiting],
    outOfHours: [...outOfHours],
    unanswered: [...unanswered],
  }
}
type StoredPlanBody = Awaited<ReturnType<typeof plansNow>>[number]['plan']
