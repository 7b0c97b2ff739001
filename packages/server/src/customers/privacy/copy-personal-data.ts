/**
 * CUS-07, 个人信息保护法 45: a copy of everything the rows hold of a person, as a file a program reads (JSON) and one people
 * read (a workbook). Each copy has a number that leads to its entry in the log (CUS-09).
 */
import { createHash } from 'node:crypto'
import type { copyPersonalData as route, DataRequestView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { workbookFile } from '../../files/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { enterExport } from './export-entry.ts'
import { gatherPerson } from './gather-person.ts'
import type { DataSection, PersonalDataSource } from '../personal-data.ts'
import { findRequest, insertRequestFile, type RequestRow } from './store-data-requests.ts'
import { requestView } from './views-data-requests.ts'

const COPIED: readonly string[] = ['access', 'copy', 'heirs']

export async function copyPersonalData(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
  sources: readonly PersonalDataSource[],
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, params.requestId, true)
  if (!request) return refuse('request.not_found')
  if (request.state !== 'verified' || !COPIED.includes(request.kind)) return refuse('customers.request_no_copy')
  const sections = await gatherPerson(tx, sources, request.person_id)
  const json = Buffer.from(
    JSON.stringify({ requestNo: request.request_no, madeAt: tx.now, data: jsonOf(sections) }, null, 2),
  )
  const made = await enterExport(tx, {
    what: 'data_request_copy',
    format: 'json+xlsx',
    reason: `个人信息请求 ${request.request_no}`,
    partnerId: null,
    rowCount: sections.reduce((sum, section) => sum + section.rows.length, 0),
    sha256: createHash('sha256').update(json).digest(),
    subjectId: request.id,
    bulk: false,
  })
  if (!made.ok) return made
  const { mark } = made.value
  const table = await workbookFile(
    sections.map((section) => ({
      name: section.title.slice(0, 31),
      widths: section.head.map(() => 22),
      rows: [section.head, ...section.rows],
    })),
    mark,
  )
  await keep(tx, request, 'copy', json, 'application/json', `个人信息副本-${request.request_no}.json`)
  await keep(tx, request, 'table', table, XLSX, `个人信息副本-${request.request_no}.xlsx`)
  tx.record({
    name: 'data_request.copied',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
    facts: { exportNo: mark.no, sections: sections.length },
  })
  return requestView(tx, request.id)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function jsonOf(sections: readonly DataSection[]) {
  return sections.map(({ title, head, rows }) => ({
    title,
    rows: rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? null]))),
  }))
}

async function keep(
  tx: Tx,
  request: RequestRow,
  what: 'copy' | 'table',
  bytes: Buffer,
  mediaType: string,
  fileName: string,
): Promise<void> {
  const id = newId()
  const salt = tx.vault.newSalt()
  await tx.app.files.put(tx.actor.tenantId, id, tx.vault.seal(salt, bytes))
  const sha256 = createHash('sha256').update(bytes).digest()
  await insertRequestFile(tx, {
    id,
    requestId: request.id,
    what,
    salt,
    mediaType,
    fileName,
    byteCount: bytes.length,
    sha256,
  })
}
