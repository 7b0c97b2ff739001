/** SRV-04, SRV-08: the numbers over the queues, files, topics, approved wording, and colleagues to hand over to. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type {
  getDeskCounts as countsRoute,
  getRequestFile as fileRoute,
  listDeskColleagues as colleaguesRoute,
  listReplyWordings as wordingsRoute,
  listTopics as topicsRoute,
} from '@anpei/contract/service-desk'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { loadPerson } from '../customers/index.ts'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { actorsFor, MOST_COUNTED } from '../identity/index.ts'
import { deskTopics, replyWordings } from './desk-data.ts'
import { inQueue, OPEN } from './queue-filter.ts'
import { findRequest, isMergedInto, requestScope } from './store.ts'

export async function getDeskCounts(tx: Tx): Promise<Decision<Answer<typeof countsRoute>>> {
  const { rows } = await sql<Answer<typeof countsRoute>>`
    select count(*) filter (where ${inQueue(tx, 'mine')})::int as mine,
      count(*) filter (where ${inQueue(tx, 'team')})::int as team,
      count(*) filter (where ${inQueue(tx, 'unassigned')})::int as unassigned, count(*)::int as all,
      count(*) filter (where r.due_or_never < ${tx.now})::int as overdue
    from (select * from desk_request r where r.tenant_id = ${tx.actor.tenantId} and ${OPEN} and r.state <> 'snoozed'
      and ${requestScope(tx.actor, 'desk.read')} limit ${MOST_COUNTED}) r`.execute(tx.db)
  return ok(rows[0] ?? { mine: 0, team: 0, unassigned: 0, all: 0, overdue: 0 })
}

/** A file of the request or of one merged into it. */
export async function getRequestFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [found, file] = await Promise.all([
    findRequest(tx, params.requestId, 'desk.read'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!found.ok) return found
  if (file?.subjectKind !== 'request') return refuse('request.not_found')
  const its = file.subjectId === found.value.id || (await isMergedInto(tx, file.subjectId, found.value.id))
  return its ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

/** SRV-02: who speaks the customer's dialect stands first, then who has the least on the table. */
export async function listDeskColleagues(
  tx: Tx,
  { query }: Input<typeof colleaguesRoute>,
): Promise<Decision<Answer<typeof colleaguesRoute>>> {
  const wished = query.requestId === undefined ? ok(null) : await languageOf(tx, query.requestId)
  if (!wished.ok) return wished
  const workers = await actorsFor(tx.db, tx.actor.tenantId, 'desk.work', dayOfInstant(tx.now))
  const here = workers.filter((one) => !one.absent).map((one) => one.id)
  const { rows } = await sql<Answer<typeof colleaguesRoute>['items'][number]>`
    select u.id, u.name, coalesce(i.name, '') as institution, (select count(*)::int from desk_request r
      where r.tenant_id = u.tenant_id and r.owner_id = u.id and ${OPEN}) as open,
      ${wished.value}::text = any(u.languages) as speaks
    from staff_user u left join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tx.actor.tenantId} and u.id = any(${here}::uuid[]) 
    order by speaks desc nulls last, open, u.name`.execute(tx.db)
  return ok({ items: rows })
}

async function languageOf(tx: Tx, requestId: string): Promise<Decision<string | null>> {
  const found = await findRequest(tx, requestId, 'desk.read')
  if (!found.ok) return found
  return ok(found.value.language)
}

export async function listTopics(): Promise<Decision<Answer<typeof topicsRoute>>> {
  return ok({ items: [...deskTopics()] })
}

/** Variables nobody could fill stand open for the agent. */
export async function listReplyWordings(
  tx: Tx,
  { query }: Input<typeof wordingsRoute>,
): Promise<Decision<Answer<typeof wordingsRoute>>> {
  const known = await variablesOf(tx, query.requestId)
  if (!known.ok) return known
  const items = replyWordings().map((wording) => {
    const open: string[] = []
    const text = wording.text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = known.value.get(name) ?? ''
      // Who gave no name is greeted without one.
      if (name === 'name' && value === '' && known.value.has(name)) return ''
      if (value === '' && !open.includes(name)) open.push(name)
      return value === '' ? whole : value
    })
    return { ...wording, text, open }
  })
  return ok({ items })
}

async function variablesOf(tx: Tx, requestId: string | undefined): Promise<Decision<ReadonlyMap<string, string>>> {
  const agent = ['agent', tx.actor.name] as const
  if (requestId === undefined) return ok(new Map([agent]))
  const found = await findRequest(tx, requestId, 'desk.read')
  if (!found.ok) return found
  const { personId, told, requestNo, dueAt } = found.value
  const person = personId === null ? undefined : await loadPerson(tx.db, tx.actor.tenantId, personId)
  return ok(
    new Map([
      agent,
      ['name', person?.name ?? told.contact.name],
      ['requestNo', requestNo],
      ['dueDay', dueAt === null ? '' : dayWords(dayOfInstant(dueAt))],
    ]),
  )
}

function dayWords(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}
