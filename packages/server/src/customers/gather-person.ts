/** CUS-07: what all rows hold of a person, in the order of the rows; a table without lines is not shown. */
import type { Tx } from '../http/index.ts'
import type { DataSection, PersonalDataSource } from './personal-data.ts'

export async function gatherPerson(
  tx: Tx,
  sources: readonly PersonalDataSource[],
  personId: string,
): Promise<readonly DataSection[]> {
  const found = await Promise.all(sources.map((source) => source.gather(tx, personId)))
  return found.flat().filter((section) => section.rows.length > 0)
}
