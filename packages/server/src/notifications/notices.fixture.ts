/** A notice for tests of this row: told to somebody's telephone and sent by the stand-in. */
import { listNotices } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import type { Caller, World } from '../testing/index.ts'
import { notify, type Told } from './notify.ts'

/** Puts a notice in; `phone` null = only a letter box. Answers what its routes are asked with. */
export async function tellSomebody(world: World, service: Caller, phone: string | null = '13900000001') {
  const subject = { kind: 'report', id: newId() }
  await putIn(world, { occasion: `test:${subject.id}`, subject, otherPhone: phone })
  await world.runJobs()
  const { items } = await service(listNotices, { query: { subjectId: subject.id } })
  return { params: { noticeId: items[0]?.id ?? '' } }
}

export async function putIn(world: World, change: Pick<Told, 'occasion' | 'subject'> & Partial<Told>): Promise<void> {
  await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
    notify(tx, {
      personId: null,
      template: 'report_received',
      facts: { reportNo: 'B26110000017' },
      otherPhone: '13900000001',
      otherName: '陈小明',
      ...change,
    }),
  )
}
