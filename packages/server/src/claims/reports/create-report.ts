/**
 * CLM-01: first notice by any channel. A report is kept whatever it lacks; with `register` it is verified and turned
 * into claims in the same step when the person is known, covered, and nothing contradicts.
 */
import type { createReport as route } from '@anpei/contract/claims'
import type { NewReportStand } from '@anpei/contract/claims'
import type { BroughtBy } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import {
  decideRegistration,
  decideReport,
  looksLikeSameEvent,
  RELATIONS,
  reportLifecycle,
  type ReportState,
} from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { newId } from '../../kernel/index.ts'
import { writeAsOne, type Writing } from '../../db/index.ts'
import { helperFacts } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { coversOnDay } from '../../programme/index.ts'
import { matchPerson, type MatchedPerson } from './match-person.ts'
import { placeOfReport } from './place-of-report.ts'
import { openClaims, type OpenedClaim } from './open-claims.ts'
import { staffName } from '../../identity/index.ts'
import { deriveClocks, isFaultAt } from '../../sla/index.ts'
import { lookAlikesOf, newReportWriting, type ReportTold } from './store-reports.ts'

type Body = Input<typeof route>['body']

/** `unmatched`: the ID number is kept, sealed like every other, and nobody is looked for by it. */
type Told = { readonly body: Body; readonly unmatched?: boolean }

export async function createReport(tx: Tx, { body, unmatched }: Told): Promise<Decision<NewReportStand>> {
  if (body.receivedAt && body.receivedAt > tx.now) return refuse('report.received_in_future')
  const receivedAt = body.receivedAt ?? tx.now
  const matched = unmatched ? ok(null) : await matchPerson(tx, body)
  if (!matched.ok) return matched
  const person = matched.value
  const stands = decideReport(factsOf(tx, body, person))
  if (!stands.ok) return stands

  const helper = await helperFacts(
    tx,
    { personId: person?.id ?? null, act: 'report', day: dayOfInstant(receivedAt) },
    reporterOf(tx, body),
  )
  if (!helper.ok) return helper
  const id = newId()
  const told: ReportTold = {
    statedName: body.statedName,
    statedIdNumber: person ? '' : body.statedIdNumber,
    reporter: body.reporter,
    accident: body.accident,
  }
  const reportNo = await tx.app.numbers.draw(tx.db, 'report', tx.now)
  const duringFault = ONLINE.has(body.channel) && (await isFaultAt(tx.db, tx.actor.tenantId, receivedAt))
  tx.record({
    name: 'report.received',
    subject: { kind: 'report', id },
    personId: person?.id ?? null,
    at: receivedAt,
    facts: {
      reportNo,
      channel: body.channel,
      accidentOn: body.accident.accidentOn,
      ...sceneFacts(body),
      ...(duringFault ? { duringFault } : {}),
      ...helper.value,
    },
  })
  const outcome = person && body.register ? await openAtOnce(tx, body, person, { id, receivedAt, told }) : KEPT_AS_DRAFT
  const place = await placeOfReport(tx, told, person, outcome === KEPT_AS_DRAFT)
  const report = {
    id,
    reportNo,
    personId: person?.id ?? null,
    ...place,
    channel: body.channel,
    receivedAt,
    recordedBy: tx.actor.kind === 'system' ? null : tx.actor.id,
    told,
  }
  // A report that waits for a person is under the promise to be looked at in minutes (T11, T12).
  const due = outcome === KEPT_AS_DRAFT ? await deriveClocks(tx, { kind: 'report', id }, true) : NO_DUE
  const writing = newReportWriting(tx, { ...report, ...due }, outcome.transitions)
  if (outcome === KEPT_AS_DRAFT) tx.later(writeAsOne(tx.db, [writing]))
  else await outcome.insertClaims(writing)
  const state = outcome.transitions.at(-1)?.to ?? reportLifecycle.initial
  const stand = { id, reportNo, state, stateWord: reportLifecycle.states[state].zh, claims: outcome.claims }
  return ok({ ...stand, owner: await ownerTold(tx, place.ownerId), dueAt: due.dueAt })
}

/** What decides whether somebody goes to the scene (CLM-02): codes only. */
function sceneFacts({ accident, sceneAsked }: Body) {
  const { kinds, cause, diedOn, accidentOn } = accident
  return { kinds, cause, diedAtOnce: diedOn === accidentOn, ...(sceneAsked ? { sceneAsked } : {}) }
}

/** Written down by the staff, a report says who told it; whoever reports in the portal is known by his account. */
function reporterOf(tx: Tx, { reporter, proxyId }: Body): BroughtBy {
  if (tx.actor.kind !== 'staff') return { who: 'self' }
  if (proxyId !== undefined) return { who: 'proxy', proxyId, name: reporter.name }
  const { name, relation } = reporter
  return FAMILY.has(relation) ? { who: 'other', name, relation: RELATIONS[relation] } : { who: 'self' }
}
/** Liaisons and staff report as part of their work. */
const FAMILY: ReadonlySet<string> = new Set(['spouse', 'child', 'relative', 'other'])

/** The channels of the online service (T11, T12). */
const ONLINE: ReadonlySet<string> = new Set(['portal', 'wechat'])
const NO_DUE = { dueAt: null, clockId: null } as const

async function ownerTold(tx: Tx, id: string | null): Promise<NewReportStand['owner']> {
  return id === null ? null : { id, name: await staffName(tx.db, tx.actor.tenantId, id) }
}

type Outcome = {
  readonly transitions: readonly Transition<ReportState>[]
  readonly claims: OpenedClaim[]
  insertClaims(report: Writing): Promise<void>
}

const KEPT_AS_DRAFT: Outcome = { transitions: [], claims: [], insertClaims: async () => undefined }

async function openAtOnce(
  tx: Tx,
  body: Body,
  person: MatchedPerson,
  report: { id: string; receivedAt: string; told: ReportTold },
): Promise<Outcome> {
  const { accidentOn } = body.accident
  const [covers, lookAlikes] = await Promise.all([
    coversOnDay(tx.db, tx.actor.tenantId, person.id, accidentOn),
    lookAlikesOf(tx.db, tx.actor.tenantId, person.id, accidentOn, null),
  ])
  const same = lookAlikes.filter((one) => one.accidentOn && looksLikeSameEvent(one.accidentOn, accidentOn))
  const decision = decideRegistration({
    ...factsOf(tx, body, person),
    covers,
    openedFor: same.flatMap((one) => one.programmeId ?? []),
  })
  // Anything in doubt stays a draft: a person looks, nothing is lost.
  if (!decision.ok || same.length > 0) return KEPT_AS_DRAFT
  const verified = transition(reportLifecycle, 'verify', 'draft')
  const registered = transition(reportLifecycle, 'register', 'verified')
  if (!verified.ok || !registered.ok) return KEPT_AS_DRAFT
  tx.record({
    name: 'report.handled',
    subject: { kind: 'report', id: report.id },
    personId: person.id,
    facts: { outcome: 'registered' },
  })
  const claims: OpenedClaim[] = []
  return {
    transitions: [verified.value, registered.value],
    claims,
    insertClaims: async (writing) => {
      const opening = {
        reportId: report.id,
        personId: person.id,
        villageCode: person.villageCode,
        careMarks: person.careMarks,
        receivedAt: report.receivedAt,
        told: report.told,
      }
      claims.push(
        ...(await openClaims(
          tx,
          opening,
          covers.filter((cover) => decision.value.includes(cover.programmeId)),
          [writing],
        )),
      )
    },
  }
}

function factsOf(tx: Tx, body: Body, person: MatchedPerson | null) {
  const { accidentOn, diedOn, knownOn, kinds } = body.accident
  return {
    today: dayOfInstant(tx.now),
    accidentOn,
    diedOn,
    knownOn,
    kinds,
    person: person && { birthOn: person.birthOn, diedOn: person.diedOn },
  }
}
