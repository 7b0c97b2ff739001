/**
 * CUS-07: what all rows hold of a person, and of the records merged into it, in the order of the rows; a table without
 * lines is not shown.
 */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { DataSection, PersonalDataSource } from '../personal-data.ts'

export async function gatherPerson(
  tx: Tx,
  sources: readonly PersonalDataSource[],
  personId: string,
): Promise<readonly DataSection[]> {
  const { rows } = await sql<{ id: string }>`select id from person where tenant_id = ${tx.actor.tenantId}
    and (id = ${personId} or merged_into = ${personId}) order by id <> ${personId}, id`.execute(tx.db)
  const found = await Promise.all(
    sources.map(async (source) => joined(await Promise.all(rows.map(({ id }) => source.gather(tx, id))))),
  )
  return found.flat().filter((section) => section.rows.length > 0)
}

/** The sections of several records, each title once. */
function joined(all: readonly (readonly DataSection[])[]): DataSection[] {
  const sections = new Map<string, DataSection>()
  for (const section of all.flat()) {
    const known = sections.get(section.title)
    sections.set(section.title, known ? { ...known, rows: [...known.rows, ...section.rows] } : section)
  }
  return [...sections.values()]
}
