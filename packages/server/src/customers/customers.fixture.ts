/** What the tests of this row share: a world with its people found by ID number. */
import { openWorld, type World } from '../testing/index.ts'
import { findPersons } from '@anpei/contract/customers'
import { testPeople } from '../testing/test-people.ts'

export async function personIdOf(world: World, who: keyof typeof testPeople): Promise<string> {
  const service = await world.as('service1')
  const found = await service(findPersons, { body: { q: testPeople[who].idNumber } })
  const id = found.items[0]?.id
  if (!id) throw new Error(`${testPeople[who].name} is not in the register`)
  return id
}

export { openWorld, testPeople }

/** Events of the log by name, oldest first. */
export async function eventsNamed(world: World, name: string) {
  return world.app.pool.withTenant(1, ({ db }) =>
    db.selectFrom('event').selectAll().where('name', '=', name).orderBy('id').execute(),
  )
}

/** A second of silence. */
export const wav = (() => {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + 8000, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(8000, 40)
  return Buffer.concat([head, Buffer.alloc(8000, 128)])
})()
