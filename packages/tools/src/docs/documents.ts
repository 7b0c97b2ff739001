/** Every generated document: path → text. A test compares them with the code, so they cannot lie. */
import { traceabilityDocument, type House } from '../tidy/index.ts'
import { eventsDocument } from './events.ts'
import { lifecyclesDocument } from './lifecycles.ts'
import { mapDocument } from './map.ts'
import { permissionMatrixDocument } from './permission-matrix.ts'
import { permissionsDocument } from './permissions.ts'
import { refusalsDocument } from './refusals.ts'

export function documentsOf(house: House): Map<string, string> {
  const documents = new Map([
    ['docs/events.md', eventsDocument(house)],
    ['docs/lifecycles.md', lifecyclesDocument(house)],
    ['docs/map.md', mapDocument(house)],
    ['docs/permission-matrix.json', permissionMatrixDocument(house)],
    ['docs/permissions.md', permissionsDocument(house)],
    ['docs/refusals.md', refusalsDocument(house)],
    ['docs/traceability.md', traceabilityDocument(house)],
  ])
  const { openApi } = house.catalogues
  if (openApi !== null) documents.set('docs/openapi.json', `${JSON.stringify(openApi, null, 2)}\n`)
  return documents
}
