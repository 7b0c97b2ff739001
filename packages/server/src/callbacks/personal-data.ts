/** CUS-07, CUS-10: callbacks of a person and what was answered; they bind as enquiries do. */
import { callbackLifecycle, OCCASIONS, SATISFIED } from '@anpei/domain/callbacks'
import { sql } from 'kysely'
import type { PersonalDataSource } from '../customers/index.ts'
import { datedScripts, scriptThen } from './scripts/scripts-now.ts'
import { doorTalksWhere } from './store-door-talks.ts'
import { callbacksWhere } from './store.ts'
import { answersShown } from './talk-view.ts'

export const callbackSource: PersonalDataSource = {
  row: 'callbacks',
  tables: ['callback', 'callback_contact_check', 'callback_follow_up'],
  gather: async (tx, personId) => {
    const callbacks = await callbacksWhere(
      tx,
      sql`c.person_id = ${personId} and c.only_by is null order by c.owed_at, c.round, c.id limit 500`,
    )
    const [scripts, talks] = await Promise.all([
      datedScripts(tx),
      doorTalksWhere(
        tx,
        sql`t.standing <> 'adopted' and t.callback_id = any(${callbacks.map(({ id }) => id)}::uuid[])`,
      ),
    ])
    return [
      {
        title: '回访',
        head: ['编号', '为了什么', '状态', '应回访日期', '结束时间', '满意', '回答'],
        rows: callbacks.map((one) => [
          one.callbackNo,
          `${OCCASIONS[one.occasion].zh} ${one.about}`,
          callbackLifecycle.states[one.state].zh,
          one.dueOn,
          one.endedAt,
          one.satisfied ? SATISFIED[one.satisfied] : null,
          answersShown(scriptThen(scripts, one.scriptCode, one.scriptVersion), one.told.answers)
            .map(({ question, answer }) => `${question}${answer}`)
            .join('；'),
        ]),
      },
      {
        title: '上门时问到、没有计入回访的',
        head: ['上门单号', '问的时间', '由谁回答', '回答'],
        rows: talks.map(({ visitNo, askedAt, who, scriptCode, scriptVersion, answers }) => [
          visitNo,
          askedAt,
          [who.relation, who.name].join(' ').trim(),
          answersShown(scriptThen(scripts, scriptCode, scriptVersion), answers)
            .map(({ question, answer }) => `${question}${answer}`)
            .join('；'),
        ]),
      },
    ]
  },
  uses: (tenantId, personId) => sql`
    select 'enquiries' as class, coalesce(c.ended_on, 'infinity'::date) as ended_on
    from callback c where c.tenant_id = ${tenantId} and c.person_id = ${personId}`,
}
