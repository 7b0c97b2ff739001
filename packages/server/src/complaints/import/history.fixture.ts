/** Files of past complaints as another system writes them, brought in through the door. */
import {
  getHistoryImport,
  listHistoryMappings,
  rehearseHistoryImport,
  runHistoryImport,
  startHistoryImport,
  type HistoryImportView,
  type HistoryMapping,
} from '@anpei/contract/complaints'
import type { Caller, World } from '../../testing/index.ts'

export const HEADINGS = 'Complaint ID,Date received,Closed,Product,Reason,Disposition,Company,Complainant,Narrative'

export async function houseOf(caller: Caller): Promise<string> {
  const { institutions } = await caller(listHistoryMappings, {})
  const [first] = institutions
  if (!first) throw new Error('no institution')
  return first.id
}

export async function sentIn(
  caller: Caller,
  table: string | Uint8Array,
  name = '历史.csv',
): Promise<HistoryImportView> {
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table
  const body = { institutionId: await houseOf(caller), series: '旧系统' }
  const files = [{ field: 'table', file: new Blob([new Uint8Array(bytes)]), name }]
  return caller(startHistoryImport, { body }, { files })
}

export async function rehearsed(
  world: World,
  caller: Caller,
  table: string | Uint8Array,
  change: Partial<HistoryMapping> = {},
  name?: string,
): Promise<HistoryImportView> {
  const { id, mapping } = await sentIn(caller, table, name)
  const params = { importId: id }
  await caller(rehearseHistoryImport, { params, body: { mapping: { ...mapping, ...change } } })
  await world.runJobs()
  return caller(getHistoryImport, { params })
}

export async function imported(
  world: World,
  caller: Caller,
  table: string | Uint8Array,
  change: Partial<HistoryMapping> = {},
  name?: string,
): Promise<HistoryImportView> {
  const { id } = await rehearsed(world, caller, table, change, name)
  const params = { importId: id }
  await caller(runHistoryImport, { params })
  await world.runJobs()
  return caller(getHistoryImport, { params })
}
