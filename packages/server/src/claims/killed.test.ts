import { getBatch, listBatches, listPayments, makeBatch } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, assessAndPropose, confirmedAccount, input, openCase, stay } from './decision/decisions.fixture.ts'
import { gateIn, productsOver, type Gate, type Products } from '../testing/gate.ts'
import { arrange, type Caller, expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'

/** Where the server hangs until the test lets the gate go; one payment is marked before, the rest are not. */
const SECOND_PAYMENT = `create trigger hang before update on payment for each row
  when (new.state = 'batched' and new.share_no = 2) execute function hang()`
/** Everything is written; the database is about to commit. */
const AT_COMMIT = `create constraint trigger hang after insert on payment_batch deferrable initially deferred
  for each row execute function hang()`

describe('CLM-12 the server is killed (kill -9) while a payment batch is written', () => {
  let world: World
  let finance: Caller
  let gate: Gate
  let products: Products
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    gate = await gateIn(world)
    products = productsOver(world, false)
    await duePayments([testPeople.chen, testPeople.lin, testPeople.zheng])
  })
  afterAll(async () => {
    await products.end()
    await gate.end()
    await world.close()
  })

  async function duePayments(people: readonly { name: string; idNumber: string }[]) {
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    for (const who of people) {
      const accident = { accidentOn: '2026-10-10', cause: 'fall' as const, kinds: ['hospital' as const] }
      const one = await openCase(world, service, who, accident, 'simple')
      await confirmedAccount(world, one.personId, { holderName: who.name })
      const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
      if (made.state === 'waiting') await approve(world, made.proposalId, 'underwriter1')
    }
  }
  const payments = async () => (await finance(listPayments, { query: {} })).items
  const states = async () => (await payments()).map((one) => one.state).sort()
  const batches = async () => (await finance(listBatches, { query: {} })).items

  async function closeGate(trigger: string) {
    await gate.query(trigger)
    await gate.shut()
  }
  /** Lets the sessions the dead server left behind run into their end. */
  async function openGate(table: string) {
    await gate.open()
    const left = `select count(*)::int as n from pg_stat_activity where datname = current_database()
      and query ~ 'payment' and state <> 'idle' and pid <> pg_backend_pid()`
    await expect.poll(async () => (await arrange(world, left))[0]?.n, { timeout: 20_000 }).toBe(0)
    await gate.query(`drop trigger hang on ${table}`)
  }
  async function killedMeanwhile(trigger: string, key: string) {
    await closeGate(trigger)
    const first = await products.start()
    const lost = (await first.as('finance1'))(makeBatch, { body: {} }, { key }).then(
      () => 'answered',
      (error: unknown) => error,
    )
    await gate.somebodyWaits()
    await first.kill()
    expect(await lost).toBeInstanceOf(TypeError)
  }

  it('in the middle of marking the payments: none is batched, none is lost, and each is paid once', async () => {
    await arrange(
      world,
      `update payment set share_no = 2
      where id = (select id from payment order by id offset 1 limit 1)`,
    )
    await killedMeanwhile(SECOND_PAYMENT, 'killed-while-marking')
    // The session of the dead server still holds the payments: nobody else can take them.
    const second = await products.start()
    const again = await second.as('finance1')
    await expectRefusal(again(makeBatch, { body: {} }), 'payment.nothing_to_batch')

    await openGate('payment')
    expect(await states()).toEqual(['due', 'due', 'due'])
    expect(await batches()).toEqual([])
    const made = await again(makeBatch, { body: {} }, { key: 'killed-while-marking' })
    expect(made).toMatchObject({ state: 'open', paymentCount: 3, totalFen: 45_000 })
    expect(await again(makeBatch, { body: {} }, { key: 'killed-while-marking' })).toEqual(made)
    await expectRefusal(again(makeBatch, { body: {} }), 'payment.nothing_to_batch')
    await expectEachOnce(1, 3)
  })

  it('while the database commits: all of it or nothing, and the same request makes no second batch', async () => {
    await duePayments([testPeople.wu, testPeople.huang])
    await killedMeanwhile(AT_COMMIT, 'killed-at-commit')
    await openGate('payment_batch')
    const before = await batches()
    expect([1, 2]).toContain(before.length)
    expect((await states()).filter((state) => state === 'due')).toHaveLength(before.length === 2 ? 0 : 2)
    const again = await (await products.start()).as('finance1')
    const made = await again(makeBatch, { body: {} }, { key: 'killed-at-commit' })
    expect(made).toMatchObject({ paymentCount: 2, totalFen: 30_000 })
    await expectEachOnce(2, 5)
  })

  it('after the commit, before the answer: the same request is answered with the batch that is there', async () => {
    await duePayments([testPeople.zhang])
    const first = await products.start()
    const key = 'killed-before-the-answer'
    const lost = (await first.as('finance1'))(makeBatch, { body: {} }, { key })
    const made = await lost
    await first.kill()
    const again = await (await products.start()).as('finance1')
    expect(await again(makeBatch, { body: {} }, { key })).toEqual(made)
    await expectEachOnce(3, 6)
  })

  async function expectEachOnce(batchCount: number, paymentCount: number) {
    const all = await batches()
    expect(all).toHaveLength(batchCount)
    const inBatches = await Promise.all(all.map(({ id }) => finance(getBatch, { params: { batchId: id } })))
    const ids = inBatches.flatMap((batch) => batch.payments.map((one) => one.id))
    expect(ids).toHaveLength(paymentCount)
    expect(new Set(ids).size).toBe(paymentCount)
    expect(new Set((await payments()).map((one) => one.id))).toEqual(new Set(ids))
    expect(inBatches.map((batch) => batch.payments.length)).toEqual(inBatches.map((batch) => batch.paymentCount))
  }
})
