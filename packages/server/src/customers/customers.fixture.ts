/** What the tests of this row share: a world with its people found by ID number. */
import { findPersons } from '@anpei/contract/customers'
import { parseIdNumber } from '@anpei/domain/customers'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { testPeople } from '../testing/test-people.ts'
import { insertPerson } from './store-new-person.ts'

export async function personIdOf(world: World, who: keyof typeof testPeople): Promise<string> {
  const service = await world.as('service1')
  const found = await service(findPersons, { body: { q: testPeople[who].idNumber } })
  const id = found.items[0]?.id
  if (!id) throw new Error(`${testPeople[who].name} is not in the register`)
  return id
}

/** Somebody more in the register; birthday and sex as the number says. */
export async function registered(world: World, name: string, idNumber: string, phone: string | null = null) {
  const id = parseIdNumber(idNumber)
  if (!id.ok) throw new Error(`${idNumber}: ${id.code}`)
  const { birthOn, sex } = id.value
  const person = { name, birthOn, sex, idNumber, phone, address: null, villageCode: testPeople.chen.village }
  return systemWrite(world.app, systemActor(1, 'test'), (tx) => insertPerson(tx.db, 1, tx.vault, tx.now, person))
}

/** Chen Xiuying once more: one digit of the year mistaken, and so another check character. */
export const chenAgain = '440524194601150011'

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
