/** Tasks of the demo's past: ended by the assessor on the day they are due, but for one now and then. */
import { endTask } from '@anpei/contract/claims'
import { addDays, dayOfInstant, startOfDay, type Instant } from '@anpei/domain/kernel'
import { asOwner } from '@anpei/server/db'
import { Refused } from '@anpei/server/http'
import { member, type Stage } from '../life/index.ts'

const FORGOTTEN_ONE_OF = 12

export async function endDueTasks(stage: Stage, url: string, now: Instant): Promise<void> {
  const until = startOfDay(addDays(dayOfInstant(now), 2))
  const due = await asOwner(url, (db) =>
    db.selectFrom('claim_task').select('id').where('state', '=', 'open').where('due_at', '<=', until).execute(),
  )
  for (const { id } of due) {
    if (stage.draw(FORGOTTEN_ONE_OF) === 0) continue
    const sent = { params: { taskId: id }, body: { outcome: 'done' as const, findings: '已上门告知，家属知悉进展' } }
    await stage.act(member(stage.cast, 'assessor1'), endTask, sent).catch((error: unknown) => {
      // A case of another's, or closed meanwhile: it stays.
      if (!(error instanceof Refused)) throw error
    })
  }
}
