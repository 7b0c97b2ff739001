/** The roster as screens see it: search, heads, divisions (PRG-04). */
import type {
  headCounts as headsRoute,
  listDivisions as divisionsRoute,
  listRoster as listRoute,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskIdNumber, normaliseName } from '@anpei/domain/customers'
import { ageOn, dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import { MEMBER_STATUSES } from '@anpei/domain/programme'
import { openSecrets } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { allDivisions, countRoster, headsByDivision, searchRoster } from './store-roster.ts'

export async function listRoster(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  const today = dayOfInstant(tx.now)
  const name = normaliseName(query.q ?? '')
  const asked = {
    programmeId: query.programmeId ?? null,
    division: query.division ?? null,
    status: query.status ?? null,
    name: name === '' ? null : name,
    today,
    after: place ? { name: place[0] ?? '', id: place[1] ?? '' } : null,
    limit: query.limit + 1,
  }
  const [rows, total] = await Promise.all([
    searchRoster(tx.db, tx.actor, asked),
    query.count ? countRoster(tx.db, tx.actor, asked) : null,
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.name, row.person_id],
      (row) => ({
        personId: row.person_id,
        name: row.name,
        sex: row.sex,
        age: ageOn(row.birth_on, today),
        idNumberMasked: maskIdNumber(openSecrets(tx, row).idNumber),
        villageCode: row.village_code,
        villageName: row.village_name,
        townName: row.town_name,
        status: row.status,
        statusWord: MEMBER_STATUSES[row.status],
        statusFrom: row.from_on,
        coveredToday: row.covered,
      }),
      total,
    ),
  )
}

export async function headCounts(
  tx: Tx,
  { query }: Input<typeof headsRoute>,
): Promise<Decision<Answer<typeof headsRoute>>> {
  const asOfOn = dayOfInstant(tx.now)
  const rows = await headsByDivision(tx.db, tx.actor.tenantId, {
    town: query.town ?? null,
    programmeId: query.programmeId ?? null,
    today: asOfOn,
  })
  return ok({
    asOfOn,
    covered: rows.reduce((sum, row) => sum + row.covered, 0),
    divisions: rows.map((row) => ({
      code: row.code,
      name: row.name,
      covered: row.covered,
      deceased: row.deceased,
      movedAway: row.moved_away,
    })),
  })
}

export async function listDivisions(tx: Tx): Promise<Decision<Answer<typeof divisionsRoute>>> {
  const all = await allDivisions(tx.db)
  return ok({
    districts: all.filter((one) => one.kind === 'district').map(({ code, name }) => ({ code, name })),
    towns: all
      .filter((one) => one.kind === 'town')
      .map((town) => ({
        code: town.code,
        name: town.name,
        villages: all.filter((one) => one.parent_code === town.code).map(({ code, name }) => ({ code, name })),
      })),
  })
}
