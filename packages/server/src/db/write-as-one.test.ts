import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, type World } from '../testing/index.ts'
import { newId } from '../kernel/index.ts'
import { writeAsOne } from './write-as-one.ts'

describe('DESIGN §2 several writes of a store leave as one statement', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const kinds = async (id: string) => arrange(world, 'select kind, state from background_task where id = $1', [id])
  const task = (id: string, kind: string) => ({
    tenant_id: 1,
    id,
    kind,
    title: kind,
    state: 'waiting',
    created_at: '2026-11-22T00:00:00.000Z',
  })

  it('all of them, or none', async () => {
    const [one, two] = [newId(), newId()]
    await world.app.pool.withTenant(1, ({ db }) =>
      writeAsOne(db, [
        db.insertInto('background_task').values(task(one, 'first')),
        db.insertInto('background_task').values(task(two, 'second')),
      ]),
    )
    expect([await kinds(one), await kinds(two)]).toEqual([
      [{ kind: 'first', state: 'waiting' }],
      [{ kind: 'second', state: 'waiting' }],
    ])
    const three = newId()
    const twice = world.app.pool.withTenant(1, ({ db }) =>
      writeAsOne(db, [
        db.updateTable('background_task').set({ state: 'done' }).where('tenant_id', '=', 1).where('id', '=', one),
        db.insertInto('background_task').values([task(three, 'third'), task(three, 'third')]),
      ]),
    )
    await expect(twice).rejects.toThrow('background_task_pkey')
    expect(await kinds(one)).toEqual([{ kind: 'first', state: 'waiting' }])
  })

  it('nothing to write is no statement', async () => {
    await expect(world.app.pool.withTenant(1, ({ db }) => writeAsOne(db, []))).resolves.toBeUndefined()
  })
})
