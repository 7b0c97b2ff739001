/** CMP-13: every 整改 whose window is over is measured on its day by itself; done twice it is measured once. */
import { dayOfInstant, systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { systemWrite, type App } from '../../http/index.ts'
import { improvementsWhere } from './store-improvements.ts'
import { takeMeasure } from './take-measure.ts'

/** So many a round; the next round takes the rest. */
const BATCH = 20

export async function measureDue(app: App, tenantId: number): Promise<void> {
  await systemWrite(app, systemActor(tenantId, 'job:improvements'), async (tx) => {
    const due = await improvementsWhere(
      tx,
      sql`i.state = 'done' and i.measure_on <= ${dayOfInstant(tx.now)} order by i.measure_on, i.id limit ${BATCH}
        for update skip locked`,
    )
    for (const improvement of due) {
      const { doneOn } = improvement
      if (doneOn === null) continue
      const measured = await takeMeasure(tx, { ...improvement, doneOn })
      if (!measured.ok) throw new Error(`${improvement.id} is not measured: ${measured.code}`)
    }
  })
}
