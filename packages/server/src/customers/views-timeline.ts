/**
 * CUS-02: everything that ever happened around a person on one line of time, newest first, whatever row it came from:
 * what was recorded (claims, accounts, consents, documents, changes, portal), cover as it is known now, and the notices
 * sent. Records merged into this one bring theirs along.
 */
import type { personTimeline } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { timelineKind } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor, staffNames } from '../identity/index.ts'
import { proxyWords } from './proxies/proxy-words.ts'
import { loadPersonData } from './store-persons.ts'
import { happenings, namesOnLine, type Happening } from './timeline-query.ts'

const CHANNELS: Readonly<Record<string, string>> = {
  sms: '短信',
  wechat: '微信',
  email: '邮件',
  letter: '信函',
  voice: '语音电话',
  liaison: '联络员上门',
  visit: '上门',
}
const STATES: Readonly<Record<string, string>> = {
  waiting: '待发',
  sent: '已发出',
  delivered: '已到达',
  reached: '已送达',
  failed: '未能送达',
  stopped: '已停发',
}

export async function timelineOfPerson(
  tx: Tx,
  { params, query }: Input<typeof personTimeline>,
): Promise<Decision<Answer<typeof personTimeline>>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  const place = readCursor(query.cursor, 2)
  const before = place ? { at: place[0] ?? '', id: place[1] ?? '' } : null
  const { kind, q } = query
  const known = kind || q ? await namesOnLine(db, actor.tenantId, person.id) : []
  const found = await happenings(db, actor, person.id, {
    now: tx.now,
    before,
    limit: query.limit + 1,
    names: kind ? known.filter((name) => timelineKind(name) === kind) : null,
    search: q ? { text: q, names: known.filter((name) => tx.app.eventTitle(name, {}).includes(q)) } : null,
  })
  const staffIds = found.flatMap((one) => (one.actor_kind === 'staff' && one.actor_id ? [one.actor_id] : []))
  const [names, helperOf] = await Promise.all([
    staffNames(db, actor.tenantId, staffIds),
    proxyWords(db, actor.tenantId, found),
  ])
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.at, one.id],
      (one) => ({
        id: one.id,
        at: one.at,
        name: one.name,
        kind: timelineKind(one.name),
        title: titleOf(tx, one),
        by: actorOf(one, names, helperOf),
        reason: one.reason,
        subject: { kind: one.subject_kind, id: one.subject_id },
        facts: one.facts,
      }),
    ),
  )
}

function titleOf(tx: Tx, { name, facts }: Happening): string {
  const told = {
    ...facts,
    channel: CHANNELS[String(facts['channel'])] ?? facts['channel'],
    state: STATES[String(facts['state'])] ?? facts['state'],
  }
  return tx.app.eventTitle(name, told)
}

type HelperOf = Awaited<ReturnType<typeof proxyWords>>

function actorOf(one: Happening, names: ReadonlyMap<string, string>, helperOf: HelperOf): string {
  const helper = helperOf(one.facts)
  if (one.actor_kind === 'staff') {
    const name = names.get(one.actor_id ?? '') ?? ''
    return helper === undefined ? name : `${helper}，${name}经办`
  }
  return one.actor_kind === 'customer' ? (helper ?? '客户') : '系统'
}
