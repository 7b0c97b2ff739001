import { applyForEnrolment, listEnrolments } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { idNumberOf, openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const idNumber = idNumberOf({ name: '陈婆', birthOn: '1950-01-01', order: 612 })
const body = { name: '陈婆', idNumber, phone: '13800005678', agreed: true } as const

describe('PRG-07 T41 applying in the web', () => {
  it('anybody gets a number and until when the result comes; the workbench has it, oldest first', async () => {
    const told = await world.anyone(applyForEnrolment, { body })
    expect(told).toMatchObject({ enrolmentNo: expect.stringMatching(/^C\d{12}$/), resultByOn: '2026-11-26' })
    const service = await world.as('service1')
    const { items, total } = await service(listEnrolments, {})
    expect(total).toBe(1)
    expect(Date.parse(items[0]?.dueAt ?? '')).toBe(Date.parse(told.resultBy))
    expect(items).toMatchObject([{ enrolmentNo: told.enrolmentNo, name: '陈婆', state: 'received', channel: 'online' }])
    expect(JSON.stringify(items)).not.toContain(idNumber)
  })

  it('ORG-04 says what is wrong with the number, and stops who tries the same one again and again', async () => {
    const wrong = { ...body, idNumber: `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` }
    await expectRefusal(world.anyone(applyForEnrolment, { body: wrong }), 'customers.id_check_digit')
    await expectRefusal(world.anyone(applyForEnrolment, { body: { ...body, phone: '1' } }), 'customers.phone_invalid')
    await world.anyone(applyForEnrolment, { body })
    await expectRefusal(world.anyone(applyForEnrolment, { body }), 'request.too_many')
  })
})
