/** The routes of maker–checker, over the kinds of all rows (app.ts puts them together). */
import * as api from '@anpei/contract/identity'
import { on, type Bound } from '../http/index.ts'
import { decideChange } from './decide-change.ts'
import type { ChangeKinds } from './propose-change.ts'
import { listChanges, viewChange } from './views-changes.ts'

export function changeRoutes(kinds: ChangeKinds): readonly Bound[] {
  return [
    on(api.listChanges, (tx, input) => listChanges(tx, kinds, input)),
    on(api.viewChange, (tx, input) => viewChange(tx, kinds, input)),
    on(api.confirmChange, (tx, { params }) => decideChange(tx, kinds, params.id, 'confirm', null)),
    on(api.rejectChange, (tx, { params, body }) => decideChange(tx, kinds, params.id, 'reject', body.comment)),
    on(api.withdrawChange, (tx, { params, body }) => decideChange(tx, kinds, params.id, 'withdraw', body.comment)),
  ]
}
