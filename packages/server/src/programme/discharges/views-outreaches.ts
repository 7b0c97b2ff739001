/** Possible claims as screens see them (PRG-05). */
import type { listOutreaches as route, OutreachView } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskPhone } from '@anpei/domain/customers'
import { holds, ok, refuse, stateOf, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { OUTREACH_SOURCES, outreachLifecycle, type OutreachSource } from '@anpei/domain/programme'
import { z } from 'zod'
import { openSecrets } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { outreachesOf, type OutreachData } from './store-outreaches.ts'

export async function listOutreaches(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const after = readCursor(query.cursor, 1)?.[0] ?? null
  const found = await outreachesOf(tx.db, tx.actor, {
    id: null,
    state: query.state ?? null,
    source: query.source ?? null,
    after,
    limit: query.limit + 1,
  })
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.id],
      (one) => outreachView(tx, one),
    ),
  )
}

export async function outreachAnswer(tx: Tx, id: string): Promise<Decision<OutreachView>> {
  const [found] = await outreachesOf(tx.db, tx.actor, { id, state: null, source: null, after: null, limit: 1 })
  return found ? ok(outreachView(tx, found)) : refuse('request.not_found')
}

function outreachView(tx: Tx, one: OutreachData): OutreachView {
  const state = stateOf(outreachLifecycle, one.state)
  const { phone } = openSecrets(tx, one)
  const source: OutreachSource = one.occasion.startsWith('discharge:') ? 'discharge' : 'death'
  return {
    id: one.id,
    personId: one.person_id,
    name: one.name,
    phoneMasked: phone ? maskPhone(phone) : '',
    villageName: one.village_name,
    occasion: source === 'death' ? deathText(one.occasion) : stayText(tx, one),
    source,
    sourceWord: OUTREACH_SOURCES[source],
    state,
    stateWord: outreachLifecycle.states[state].zh,
    note: one.note,
    owner: one.owner_name,
    openedAt: one.opened_at,
    endedAt: one.ended_at,
    can: transitionsFrom(outreachLifecycle, state),
  }
}

function deathText(occasion: string): string {
  const died = /^death:(\d{4})-(\d{2})-(\d{2})$/.exec(occasion)
  return died ? `花名册显示于${died[1]}年${Number(died[2])}月${Number(died[3])}日身故` : occasion
}

const Stay = z.object({ hospital: z.string(), diagnosis: z.string(), injuryCode: z.string() })

/** The diagnosis is for those who may see what is not masked; to call a family, the stay is enough. */
function stayText(tx: Tx, { occasion, occasion_salt: salt, occasion_sealed: sealed }: OutreachData): string {
  const [, from = '', to = ''] = occasion.split(':')
  const stay = salt && sealed ? Stay.safeParse(JSON.parse(tx.vault.openText(salt, sealed))).data : undefined
  const told = holds(tx.actor, 'person.reveal') ? [stay?.diagnosis, stay?.injuryCode] : ['受伤住院']
  const why = told.filter((text) => text).join(' ')
  return `${stay?.hospital ?? '医院'}，${from} 入院，${to} 出院${why ? `，${why}` : ''}`
}
