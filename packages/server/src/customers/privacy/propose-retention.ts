/**
 * CUS-10: what need not be kept any more is put on a list by the periods of config/privacy/retention.json; nothing is
 * destroyed before a second person has approved the list.
 */
import type { proposeRetention as route, RetentionRun } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { beforeDay, decideDestruction } from '@anpei/domain/customers'
import { dayOfInstant, refuse, startOfDay, type Day, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { newId } from '../../kernel/index.ts'
import type { Tx } from '../../http/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { retentionClasses } from './privacy-lists.ts'
import { bindingsOf, boundNow } from './retention-binding.ts'
import { thingOf } from './retained-things.ts'
import { hasWaitingRun, insertRun } from './store-retention.ts'
import { runView } from './views-retention.ts'

/** A list somebody can look through; the rest is on the next one. */
const MOST_ITEMS = 2000

export async function proposeRetention(
  tx: Tx,
  { body }: Pick<Input<typeof route>, 'body'>,
  sources: readonly PersonalDataSource[],
): Promise<Decision<RetentionRun>> {
  const classes = retentionClasses().filter((one) => one.subject === body.class)
  const [first] = classes
  if (!first) return refuse('request.malformed')
  if (await hasWaitingRun(tx.db, tx.actor.tenantId, { class: body.class })) {
    return refuse('customers.retention_waiting')
  }
  const today = dayOfInstant(tx.now)
  const beforeOn =
    classes
      .map((one) => beforeDay(one, today))
      .sort()
      .at(-1) ?? today
  const thing = thingOf(sources, body.class)
  const items = thing ? await thing.due(tx, beforeOn, MOST_ITEMS) : await duePersons(tx, sources, beforeOn)
  if (items.length === 0) return refuse('customers.retention_nothing_due')
  const id = newId()
  const runNo = await tx.app.numbers.draw(tx.db, 'destruction', tx.now)
  const rule = {
    title: classes.map((one) => one.title).join('、'),
    basis: classes.map((one) => `${one.title}：${one.from}起 ${periodOf(one)}（${one.basis}）`).join('；'),
  }
  await insertRun(tx, { id, runNo, class: body.class, rule, beforeOn, requestId: null, items })
  tx.record({
    name: 'retention.proposed',
    subject: { kind: 'retention_run', id },
    facts: { runNo, class: body.class, count: items.length },
  })
  return runView(tx, id)
}

function periodOf(one: { readonly keepYears: number; readonly keepDays: number }): string {
  return one.keepYears > 0 ? `${one.keepYears} 年` : `${one.keepDays} 天`
}

async function duePersons(tx: Tx, sources: readonly PersonalDataSource[], beforeOn: Day) {
  const which = sql`p.merged_into is null and p.created_at < ${startOfDay(beforeOn)}
    and not ${boundNow(tx, sources)} order by p.created_at, p.id limit ${MOST_ITEMS}`
  const found = await bindingsOf(tx, sources, which)
  return found
    .filter((one) => decideDestruction(one).ok)
    .map((one) => ({ subjectId: one.personId, endedOn: one.endedOn }))
}
