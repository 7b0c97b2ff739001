/**
 * What is done once a night for every tenant (03:00 in Shanghai): work of who is away or asleep handed over (ORG-06,
 * ORG-07), the under-payment sweep (CLM-16), old answers forgotten, files and rows compared (OPS-03); on the first of
 * a month what need not be kept is put on lists (CUS-10).
 */
import { systemActor } from '@anpei/domain/kernel'
import { escalateTasks, handOverAbsent, learnForecast, startSweep } from './claims/index.ts'
import { handOverCallbacks } from './callbacks/index.ts'
import { countComplaints, handOverComplaints } from './complaints/index.ts'
import { startDoubleSearch, tendCare, proposeMonthly } from './customers/index.ts'
import { sweepFiles, type FileKeeper, type Swept } from './custody/index.ts'
import { forgetAnswersBefore, systemWrite, tenantNumbers, type App } from './http/index.ts'
import { tendKnowledge } from './knowledge/index.ts'
import { forgetReceiptsBefore } from './notifications/index.ts'
import { countPromises, keepStageTimes, planTimingReport, tendDuties } from './reporting/index.ts'
import { personalData } from './personal-data.ts'
import { forgetStrayMail } from './service-desk/index.ts'
import { alarmCertificates, alarmMissingYear } from './sla/index.ts'

/** Cron line of the worker, UTC. */
export const NIGHTLY = '0 19 * * * nightly'
const KEPT_MS = 3 * 86_400_000

/** `alarm` is told what somebody must look into. */
export async function workNightly(
  app: App,
  keepers: readonly FileKeeper[],
  alarm: (sentence: string) => void,
): Promise<void> {
  const before = new Date(Date.parse(app.clock.now()) - KEPT_MS).toISOString()
  for (const id of await tenantNumbers(app)) {
    await systemWrite(app, systemActor(id, 'nightly'), async (tx) => {
      await forgetAnswersBefore(tx.db, id, before)
      await forgetReceiptsBefore(tx.db, id, before)
      await handOverAbsent(tx)
      await handOverComplaints(tx)
      await handOverCallbacks(tx)
      await tendCare(tx)
      await escalateTasks(tx)
      await startSweep(tx)
      await startDoubleSearch(tx)
      await tendDuties(tx)
      await alarmMissingYear(tx)
      await alarmCertificates(tx)
      await planTimingReport(tx)
      await proposeMonthly(tx, personalData)
      await tendKnowledge(tx)
      await forgetStrayMail(tx)
    })
    await systemWrite(app, systemActor(id, 'nightly'), countPromises)
    await systemWrite(app, systemActor(id, 'nightly'), countComplaints)
    await keepStageTimes(app, id)
    await learnForecast(app, id)
    const { missing } = await sweepFiles(app, id, keepers)
    if (missing.length > 0) alarm(lostSentence(id, missing))
  }
}

function lostSentence(tenantId: number, missing: Swept['missing']): string {
  const named = missing.slice(0, 10).map(({ what, id }) => `${what} ${id}`)
  const more = missing.length > named.length ? ` … 共 ${missing.length} 个以上` : ''
  return `警报：租户 ${tenantId} 的文件丢失，请从备份恢复 [files are missing, restore them]：${named.join('，')}${more}`
}
