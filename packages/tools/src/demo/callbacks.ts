/**
 * Callbacks of the demo's past: a few days after a claim ended the desk calls; most are reached and content, some say
 * what was not good, now and then nobody answers.
 */
import {
  answerCallback,
  checkCallbackCallee,
  finishFollowUp,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import { createReport, withdrawClaim } from '@anpei/contract/claims'
import {
  addDays,
  dayOfInstant,
  startOfDay,
  systemActor,
  type Actor,
  type Day,
  type Instant,
} from '@anpei/domain/kernel'
import { afterClaim } from '@anpei/server/callbacks'
import { asOwner } from '@anpei/server/db'
import { eventById } from '@anpei/server/events'
import { Refused, systemWrite, type App } from '@anpei/server/http'
import { drawer, member, type Stage } from '../life/index.ts'
import { isThere, type RosterRow } from '../synth/index.ts'

const TENANT_ID = 1
const draw = drawer(23)
/** Days before the last one on which they are made. */
const EARLY_DAYS = 4
const NOBODY_ONE_OF = 14
const UNHAPPY_ONE_OF = 15
const HARD_ONE_OF = 9

/** The part of the roster these people are taken from, behind those of the open work. */
const FROM_SHARE = 0.7
const WITHDRAWN = 3
const TEN_MS = 10 * 3_600_000

/** Families that think better of it: withdrawn yesterday, they are owed a callback today. */
export function liveWithdrawn(stage: Stage, roster: readonly RosterRow[], today: Day): void {
  const people = roster.slice(Math.floor(roster.length * FROM_SHARE)).filter(isThere)
  const at = (day: Day): Instant => new Date(Date.parse(startOfDay(day)) + TEN_MS).toISOString()
  for (const row of people.slice(0, WITHDRAWN)) {
    stage.agenda.at(at(addDays(today, -3)), async () => {
      const reporter = { name: row.name, phone: row.phone || '0754-80000000', relation: 'self' } as const
      const made = await stage.act(member(stage.cast, 'outlet1'), createReport, {
        body: {
          statedName: row.name,
          statedIdNumber: row.idNumber,
          channel: 'counter',
          register: true,
          reporter,
          accident: { accidentOn: addDays(today, -4), cause: 'bump', kinds: ['hospital'], narrative: '在家磕了一下' },
        },
      })
      const [claim] = made.claims
      if (!claim) return
      stage.agenda.at(at(addDays(today, -1)), async () => {
        const body = { reason: '伤得轻，没有住院，家属要求撤案' }
        await stage.act(member(stage.cast, 'assessor1'), withdrawClaim, { params: { claimId: claim.id }, body })
      })
    })
  }
}

const yes = { choice: 'yes', text: '' } as const

export async function makeDueCallbacks(app: App, stage: Stage, url: string, now: Instant): Promise<void> {
  await oweWhatEnded(app, url, now)
  const until = addDays(dayOfInstant(now), EARLY_DAYS)
  const due = await asOwner(url, (db) =>
    db
      .selectFrom('callback as b')
      .innerJoin('claim as c', (join) =>
        join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.subject_id'),
      )
      .select(['b.id', 'b.owner_id', 'c.kinds'])
      .where('b.tenant_id', '=', TENANT_ID)
      .where('b.state', 'in', ['owed', 'contacting'])
      .where('b.due_on', '<=', until)
      .orderBy('b.id')
      .execute(),
  )
  for (const { id, owner_id: ownerId, kinds } of due) {
    const caller = [...stage.cast.values()].find((actor) => actor.id === ownerId) ?? member(stage.cast, 'service1')
    await call(stage, caller, id, kinds.includes('death')).catch((error: unknown) => {
      // Somebody takes part in the case, or calls the same person already: it stays.
      if (!(error instanceof Refused)) throw error
    })
  }
  await finishFollowUps(stage, url, now)
}

/** The courier goes round only now and then while the past is lived; who is called is called in time. */
async function oweWhatEnded(app: App, url: string, now: Instant): Promise<void> {
  const since = new Date(Date.parse(now) - 3 * 86_400_000).toISOString()
  const ended = await asOwner(url, (db) =>
    db
      .selectFrom('claim as c')
      .innerJoin('event as e', (join) =>
        join.onRef('e.tenant_id', '=', 'c.tenant_id').onRef('e.subject_id', '=', 'c.id'),
      )
      .select('e.id')
      .where('c.tenant_id', '=', TENANT_ID)
      .where('c.state', '=', 'closed')
      .where('c.closed_at', '>', since)
      .where('e.name', '=', 'claim.closed')
      .where('e.at', '>', since)
      .execute(),
  )
  for (const { id } of ended) {
    await systemWrite(app, systemActor(TENANT_ID, 'demo'), async (tx) => {
      const event = await eventById(tx.db, TENANT_ID, id)
      if (event) await afterClaim(tx, event)
    })
  }
}

async function call({ act }: Stage, caller: Actor, callbackId: string, died: boolean): Promise<void> {
  const params = { callbackId }
  await act(caller, takeCallback, { params })
  const callNo = `DH-${callbackId.slice(-6)}`
  if (draw(NOBODY_ONE_OF) === 0) {
    await act(caller, recordCallbackAttempt, { params, body: { way: 'phone', outcome: 'no_answer', callNo } })
    return
  }
  await act(caller, recordCallbackAttempt, { params, body: { way: 'phone', outcome: 'reached', callNo } })
  const who = died
    ? ({ callee: 'family', name: '家属', relation: '报案的家属' } as const)
    : ({ callee: 'self' } as const)
  await act(caller, checkCallbackCallee, { params, body: { ...who, heard: ['name', 'home'] } })
  const unhappy = draw(UNHAPPY_ONE_OF) === 0
  const hard = draw(HARD_ONE_OF) === 0
  const answers = {
    clear: yes,
    easy: hard ? { choice: 'no', text: '跑了两趟村委会才把证明开齐' } : yes,
    satisfied: unhappy ? { choice: 'no', text: '等得太久，中间没人告诉进度' } : yes,
    accident: { choice: 'no', text: '' },
    phone: yes,
    address: yes,
  }
  await act(caller, answerCallback, { params, body: { scriptCode: 'after_claim', scriptVersion: 1, answers } })
}

async function finishFollowUps({ act, cast }: Stage, url: string, now: Instant): Promise<void> {
  const due = await asOwner(url, (db) =>
    db
      .selectFrom('callback_follow_up')
      .select('id')
      .where('state', '=', 'open')
      .where('due_on', '<=', addDays(dayOfInstant(now), 1))
      .execute(),
  )
  const body = { result: '已向客户说明并致歉，意见转理赔部' }
  for (const { id } of due) await act(member(cast, 'service1'), finishFollowUp, { params: { followUpId: id }, body })
}
