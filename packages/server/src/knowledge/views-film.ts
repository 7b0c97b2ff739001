/** SRV-06: a film of the house: for everybody once a public article that names it is published, before for writers. */
import type { playFilm as route } from '@anpei/contract/knowledge'
import type { Input } from '@anpei/contract/kernel'
import { FILM_PATH } from '@anpei/domain/knowledge'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { findFile, openFile } from '../documents/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { FILM_SUBJECT } from './upload-film.ts'

export async function playFilm(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const { tenantId } = tx.actor
  const file = await findFile(tx.db, tenantId, params.filmId)
  if (file?.subjectKind !== FILM_SUBJECT) return refuse('request.not_found')
  if (!holds(tx.actor, 'knowledge.read') && !(await isPublic(tx, file.id))) return refuse('request.not_found')
  return ok({ ...(await openFile(tx, file, false)), inParts: true })
}

async function isPublic({ db, actor }: Tx, filmId: string): Promise<boolean> {
  const { rows } = await sql`select from knowledge_article k
    join knowledge_version v on v.tenant_id = k.tenant_id and v.id = k.published_id
    where k.tenant_id = ${actor.tenantId} and k.state = 'published' and k.audience = 'public'
      and v.content->>'videoUrl' = ${FILM_PATH + filmId} limit 1`.execute(db)
  return rows.length > 0
}
