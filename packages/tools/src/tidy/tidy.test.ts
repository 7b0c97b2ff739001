import { beforeAll, describe, expect, test } from 'vitest'
import { deadCode } from './dead-code.ts'
import { exceptions } from './exceptions.ts'
import { excuse, printed } from './excuse.ts'
import type { Finding, House } from './house.ts'
import { readHouse, repositoryRoot } from './read-house.ts'
import { domainPure } from './rule-01-domain-pure.ts'
import { small } from './rule-02-small.ts'
import { levels } from './rule-03-levels.ts'
import { commands } from './rule-04-commands.ts'
import { storeWrites } from './rule-05-store-writes.ts'
import { states } from './rule-06-states.ts'
import { routes } from './rule-07-routes.ts'
import { refusals } from './rule-08-refusals.ts'
import { specCitations, traceabilityIsCurrent } from './rule-09-spec-ids.ts'
import { noLooseEnds } from './rule-10-no-loose-ends.ts'

describe('the ten rules of the house', () => {
  let house: House
  let dead: Promise<Finding[]>
  beforeAll(async () => {
    dead = deadCode(repositoryRoot)
    dead.catch(() => undefined)
    house = await readHouse()
  }, 60_000)

  const expectNone = (rule: number, found: readonly Finding[]): void => {
    const left = excuse(found, exceptions[rule] ?? [], new Date().toISOString().slice(0, 10))
    if (left.length > 0) expect.fail(`rule ${rule} has ${left.length} findings:\n${printed(left)}`)
  }

  test('the tables that the code declares can be read', () => {
    const found = house.catalogues.broken.map((item) => ({ path: item.path, line: 1, sentence: item.message }))
    expectNone(0, found)
    expect(house.files.length).toBeGreaterThan(10)
  })
  test('rule 1: the domain is pure', () => expectNone(1, domainPure(house)))
  test('rule 2: files, functions and lines are small', () => expectNone(2, small(house)))
  test('rule 3: no cycle, nothing against the levels, only through the doors', () => expectNone(3, levels(house)))
  test('rule 4: a command exports one function and has its test', () => expectNone(4, commands(house)))
  test('rule 5: only a store writes, only its own tables', () => expectNone(5, storeWrites(house)))
  test('rule 6: no state is set outside transition()', () => expectNone(6, states(house)))
  test('rule 7: every route has its permission and its places', () => expectNone(7, routes(house)))
  test('rule 8: every refusal is worded, given and tested', () => expectNone(8, refusals(house)))
  test('rule 9: every cited rule exists and is tested, traceability is current', () => {
    expectNone(9, [...specCitations(house), ...traceabilityIsCurrent(house)])
  })
  test('rule 10: nothing dead, loose, silenced or left out', async () => {
    expectNone(10, [...noLooseEnds(house), ...(await dead)])
  }, 60_000)
})
