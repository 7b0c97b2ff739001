/**
 * Everything that crosses the wire, gathered: the routes, the refusal texts, and the OpenAPI document made from them.
 */
import type { Route } from '../kernel/index.ts'
import * as assist from '../assist/index.ts'
import * as callbacks from '../callbacks/index.ts'
import * as claims from '../claims/index.ts'
import * as complaints from '../complaints/index.ts'
import * as customers from '../customers/index.ts'
import * as identity from '../identity/index.ts'
import * as knowledge from '../knowledge/index.ts'
import * as notifications from '../notifications/index.ts'
import * as portal from '../portal/index.ts'
import * as programme from '../programme/index.ts'
import * as reporting from '../reporting/index.ts'
import * as serviceDesk from '../service-desk/index.ts'
import * as sla from '../sla/index.ts'
import * as visits from '../visits/index.ts'

export { refusals, refusalText } from './refusals.ts'
export { openApiDocument } from './openapi.ts'

const rows: readonly Readonly<Record<string, unknown>>[] = [
  identity,
  customers,
  programme,
  callbacks,
  claims,
  complaints,
  knowledge,
  notifications,
  portal,
  assist,
  reporting,
  serviceDesk,
  sla,
  visits,
]

/** Every route of every row, in the order of their ids: the order of a module's exports depends on who loads it. */
export const routes: readonly Route[] = rows
  .flatMap((row) => Object.values(row).filter(isRoute))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'route'
}
