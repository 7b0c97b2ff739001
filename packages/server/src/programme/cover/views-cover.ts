/** "Was this person covered on day D, and what did we know then?" always has an answer (PRG-04). */
import type { askCover as askRoute, CoverAnswer, getPersonCover as coverRoute } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, ok, refuse, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { MEMBER_STATUSES } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { coversOnDay, type CoverOnDay } from './covers-on-day.ts'
import { coversOfPerson, factsOfPerson, isOnRoster, type FactData } from '../roster/store-roster.ts'
import { policiesOfTenant } from './store-policies.ts'

export async function getPersonCover(
  tx: Tx,
  { params }: Input<typeof coverRoute>,
): Promise<Decision<Answer<typeof coverRoute>>> {
  const { db, actor } = tx
  if (!(await isOnRoster(db, actor, params.personId))) return refuse('request.not_found')
  const [facts, covers] = await Promise.all([
    factsOfPerson(db, actor, params.personId),
    coversOfPerson(db, actor, params.personId),
  ])
  const programmes = new Map(facts.map((fact) => [fact.programme_id, fact.programme]))
  return ok({
    programmes: [...programmes].map(([programmeId, programme]) => ({
      programmeId,
      programme,
      facts: facts.filter((fact) => fact.programme_id === programmeId).map(factView),
      covers: covers
        .filter((cover) => cover.programme_id === programmeId)
        .map((cover) => ({
          fromOn: cover.from_on,
          toOn: cover.to_on,
          knownFrom: cover.known_from,
          knownBefore: cover.known_before,
        })),
    })),
  })
}

export async function askCover(
  tx: Tx,
  { params, query }: Input<typeof askRoute>,
): Promise<Decision<Answer<typeof askRoute>>> {
  const { db, actor } = tx
  if (!(await isOnRoster(db, actor, params.personId))) return refuse('request.not_found')
  const knownAt = query.knownAt ?? tx.now
  const [covers, facts, policies] = await Promise.all([
    coversOnDay(db, actor.tenantId, params.personId, query.day, query.knownAt ?? null),
    factsOfPerson(db, actor, params.personId),
    policiesOfTenant(db, actor.tenantId),
  ])
  return ok({
    day: query.day,
    knownAt,
    answers: covers.map((cover): CoverAnswer => {
      const known = facts.filter(
        (fact) =>
          fact.programme_id === cover.programmeId &&
          fact.known_from <= knownAt &&
          (fact.known_before === null || knownAt < fact.known_before),
      )
      const policy = policies.find(
        (one) => one.programme_id === cover.programmeId && one.from_on <= query.day && query.day <= one.to_on,
      )
      return {
        programmeId: cover.programmeId,
        programme: cover.programme,
        covered: cover.covered,
        span: cover.from === null ? null : { fromOn: cover.from, toOn: cover.to },
        version: {
          id: cover.versionId,
          versionNo: cover.versionNo,
          title: cover.version.title,
          effectiveFrom: cover.version.inForceFrom,
        },
        policyNo: policy?.policy_no ?? null,
        facts: known.map(factView),
        sentence: sentenceOf(cover, known, query.day, query.knownAt),
      }
    }),
  })
}

function factView(fact: FactData) {
  return {
    status: fact.status,
    statusWord: MEMBER_STATUSES[fact.status],
    villageName: fact.village_name,
    fromOn: fact.from_on,
    toOn: fact.before_on === null ? null : addDays(fact.before_on, -1),
    knownFrom: fact.known_from,
    knownBefore: fact.known_before,
  }
}

function sentenceOf(cover: CoverOnDay, known: readonly FactData[], day: Day, knownAt: Instant | undefined): string {
  const when = knownAt === undefined ? '按现在掌握的情况' : `按${inWords(dayOfInstant(knownAt))}当时掌握的情况`
  if (cover.covered && cover.from !== null) {
    const end = cover.to === null ? '没有终止' : `至${inWords(cover.to)}止`
    return `${when}，${inWords(day)}在保：保障自${inWords(cover.from)}起，${end}。`
  }
  if (known.length === 0) return `${when}，花名册中没有这个人，${inWords(day)}不在保。`
  const fact = known.findLast((one) => one.from_on <= day && (one.before_on === null || day < one.before_on))
  if (cover.endedOn !== null) return `${when}，${inWords(day)}不在保：方案已于${inWords(cover.endedOn)}到期。`
  const status = fact ? `户籍状态为“${MEMBER_STATUSES[fact.status]}”` : '当日没有户籍记录'
  const next = cover.spans.find((span) => span.from > day)
  return `${when}，${inWords(day)}不在保：${status}${next ? `，保障自${inWords(next.from)}才开始` : ''}。`
}

function inWords(day: Day): string {
  return `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8)}日`
}
