/** Persons as screens see them: masked (CUS-08). */
import type { PersonRow, PersonView, personTimeline } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getPerson as getPersonRoute } from '@anpei/contract/customers'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { eventsOfPerson } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor, staffNames, waitingChangesOf } from '../identity/index.ts'
import { proxyWords } from './proxy-words.ts'
import { openSecrets } from './person-reads.ts'
import { loadPersonData, type PersonData } from './store-persons.ts'
import { mergesOf } from './store-merges.ts'

export function personRow(tx: Tx, person: PersonData): PersonRow {
  const secrets = openSecrets(tx, person)
  return {
    id: person.id,
    name: person.name,
    sex: person.sex,
    birthYear: Number(person.birth_on.slice(0, 4)),
    diedOn: person.died_on,
    age: ageOn(person.birth_on, person.died_on ?? dayOfInstant(tx.now)),
    idNumberMasked: maskIdNumber(secrets.idNumber),
    phoneMasked: secrets.phone ? maskPhone(secrets.phone) : '',
    villageCode: person.village_code,
    villageName: person.village_name,
    townName: person.town_name,
    careMarks: person.care_marks,
  }
}

export async function personView(tx: Tx, person: PersonData): Promise<PersonView> {
  const { db, actor } = tx
  const merges = await mergesOf(db, actor.tenantId, person.id)
  const waiting = (await waitingChangesOf(db, actor.tenantId, person.id)).find(
    (change) => change.kind === 'person.particulars',
  )
  const open = person.merged_into === null
  const can = [
    ...(holds(actor, 'person.reveal') ? ['reveal'] : []),
    ...(open && !waiting && holds(actor, 'person.edit') ? ['edit'] : []),
    ...(open && holds(actor, 'person.merge') ? ['merge'] : []),
    ...(open && holds(actor, 'payee.propose') ? ['proposePayee'] : []),
    ...(open && holds(actor, 'proxy.record') ? ['recordProxy'] : []),
  ]
  return {
    ...personRow(tx, person),
    addressMasked: maskAddress(openSecrets(tx, person).address),
    lacksCapacity: person.lacks_capacity,
    createdAt: person.created_at,
    mergedInto: person.merged_into,
    roles: ['被保险人'],
    waitingChangeId: waiting?.id ?? null,
    merges: merges.map((merge) => ({
      id: merge.id,
      mergedId: merge.merged_id,
      mergedName: merge.name,
      reason: merge.reason,
      mergedAt: merge.merged_at,
      undone: merge.undone_at !== null,
    })),
    can,
  }
}

/** Up to town and village; the lane and the number stay covered. */
function maskAddress(address: string | null): string {
  if (!address) return ''
  const place =
    /^.*?(?:村委会|居委会|社区|街道|镇)(?:.*?(?:村委会|居委会|社区))?/.exec(address)?.[0] ?? address.slice(0, 6)
  return place.length < address.length ? `${place}***` : place
}

export async function getPerson(tx: Tx, { params }: Input<typeof getPersonRoute>): Promise<Decision<PersonView>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  return person ? ok(await personView(tx, person)) : refuse('request.not_found')
}

const TITLES: Readonly<Record<string, string>> = {
  'person.changed': '资料已更正',
  'person.merged': '与重复记录合并',
  'person.merge_undone': '撤销合并',
  'payee.proposed': '登记收款账户',
  'payee.confirmed': '收款账户复核通过',
  'payee.rejected': '收款账户退回',
  'payee.retired': '收款账户停用',
  'payee.other_account_used': '使用他人账户收款',
  'proxy.recorded': '登记委托授权',
  'proxy.revoked': '撤销委托授权',
  'change.proposed': '提出资料更正',
  'roster.member_changed': '花名册变动',
  'outreach.moved': '主动联系',
}

/** CUS-02: everything that ever happened around this person, whatever row it came from, newest first. */
export async function timelineOfPerson(
  tx: Tx,
  { params, query }: Input<typeof personTimeline>,
): Promise<Decision<Answer<typeof personTimeline>>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  const before = readCursor(query.cursor, 1)?.[0] ?? null
  const events = await eventsOfPerson(db, actor.tenantId, person.id, before, query.limit + 1)
  const staffIds = events.flatMap((event) => (event.actorKind === 'staff' && event.actorId ? [event.actorId] : []))
  const [names, proxies] = await Promise.all([
    staffNames(db, actor.tenantId, staffIds),
    proxyWords(db, actor.tenantId, events),
  ])
  return ok(
    pageOf(
      events,
      query.limit,
      (event) => [event.id],
      (event) => ({
        id: event.id,
        at: event.at,
        name: event.name,
        title: TITLES[event.name] ?? event.name,
        by:
          event.actorKind === 'staff'
            ? (names.get(event.actorId ?? '') ?? '')
            : event.actorKind === 'customer'
              ? (proxies.get(String(event.facts['proxyId'])) ?? '客户')
              : '系统',
        reason: event.reason,
        subject: { kind: event.subjectKind, id: event.subjectId },
        facts: { ...event.facts },
      }),
    ),
  )
}
