/** The people who act in the demo and in the simulated year: the demo's staff, each with their own grants. */
import type { Actor } from '@anpei/domain/kernel'
import { asOwner } from '@anpei/server/db'
import type { App } from '@anpei/server/http'
import { staffActorById } from '@anpei/server/identity'

export type Cast = ReadonlyMap<string, Actor>

export async function gatherCast(app: App, ownerUrl: string, tenantId: number): Promise<Cast> {
  const people = await asOwner(ownerUrl, (db) =>
    db.selectFrom('staff_user').select(['id', 'login']).where('tenant_id', '=', tenantId).execute(),
  )
  const cast = new Map<string, Actor>()
  for (const { id, login } of people) cast.set(login, await staffActorById(app, tenantId, id, 'demo'))
  return cast
}

export function member(cast: Cast, login: string): Actor {
  const actor = cast.get(login)
  if (!actor) throw new Error(`nobody signs in as ${login}`)
  return actor
}
