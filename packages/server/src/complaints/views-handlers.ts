/** CMP-04, CMP-05: whom a complaint may be given to: nobody who must keep out; the best first. And its files. */
import type {
  getComplaintFile as fileRoute,
  listComplaintColleagues as colleaguesRoute,
  listComplaintHandlers as route,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { mayHandle } from './reassign.ts'
import { entriesOf } from './store-entries.ts'
import { findComplaint } from './store.ts'

export async function listComplaintHandlers(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.coordinate')
  if (!found.ok) return found
  const able = await mayHandle(tx, found.value, found.value)
  return ok({
    items: able.map(({ id, name, institution, openCount }, at) => ({
      id,
      name,
      institution,
      open: openCount,
      suggested: at === 0,
    })),
  })
}

/** Papers of the complaint, and those of the request it came from that were taken into its file. */
export async function getComplaintFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [found, file] = await Promise.all([
    findComplaint(tx, params.complaintId, 'complaint.read'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!found.ok) return found
  const complaint = found.value
  if (!file) return refuse('request.not_found')
  const own = file.subjectKind === 'complaint' && file.subjectId === complaint.id
  const taken = own || (await entriesOf(tx, complaint)).some((entry) => entry.documentIds.includes(file.documentId))
  return taken ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

type Colleagues = Answer<typeof colleaguesRoute>
const MOST_NAMES = 200

export async function listComplaintColleagues(
  tx: Tx,
  { query }: Input<typeof colleaguesRoute>,
): Promise<Decision<Colleagues>> {
  const { tenantId } = tx.actor
  const like = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const [people, institutions] = await Promise.all([
    sql<Colleagues['people'][number]>`select u.id, u.name, u.post, coalesce(i.name, '') as institution from staff_user u
      left join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
      where u.tenant_id = ${tenantId} and u.active and (u.name like ${like} or u.post like ${like})
      order by u.name, u.id limit ${MOST_NAMES}`.execute(tx.db),
    sql<Colleagues['institutions'][number]>`select id, name from institution where tenant_id = ${tenantId}
      order by code limit ${MOST_NAMES}`.execute(tx.db),
  ])
  return ok({ people: people.rows, institutions: institutions.rows })
}
