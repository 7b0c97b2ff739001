/**
 * The job behind the weekly timing report (T28): gathers, draws, keeps both files, mails the office, and closes the
 * week's duty with the page as evidence (RPT-06). The automatic report of a week is made once, whatever is repeated.
 */
import { dayOfInstant, minuteText, systemActor, type Actor } from '@anpei/domain/kernel'
import { decideClosingDuty, lastFullWeek, periodOf, timingReport, type TimingReport } from '@anpei/domain/reporting'
import type { Period } from '@anpei/domain/reporting'
import { sql } from 'kysely'
import { reportPdf, reportWorkbook } from '../files/index.ts'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { staffActorById } from '../identity/index.ts'
import { finishTask, progressTask, type JobPayload } from '../jobs/index.ts'
import { newId } from '../kernel/index.ts'
import { contactRegister, queueMail } from '../notifications/index.ts'
import { keepEvidence } from './keep-evidence.ts'
import { closeInstance, findInstances, lockInstance } from './store-duties.ts'
import { hasAutomatic, insertReport, mailAddresses, type KeptFile } from './store-reports.ts'
import { timingFacts } from './timing-facts.ts'

const DUTY = 'T28'

export async function makeTimingReport(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, on, taskId, userId } = payload
  const week = periodOf('weekly', typeof on === 'string' ? on : lastFullWeek(dayOfInstant(app.clock.now())).from)
  const actor: Actor =
    typeof userId === 'string'
      ? await staffActorById(app, tenantId, userId, 'job:timing_report')
      : systemActor(tenantId, 'job:timing_report')
  const task = typeof taskId === 'string' ? taskId : null
  if (task) await app.pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, task, 0, 1))
  const reportId = await systemWrite(app, actor, (tx) => make(tx, week))
  if (task)
    await app.pool.withTenant(tenantId, ({ db }) =>
      finishTask(db, tenantId, task, app.clock.now(), { result: { reportId } }),
    )
}

async function make(tx: Tx, week: Period): Promise<string | null> {
  const { tenantId } = tx.actor
  const isAutomatic = tx.actor.kind === 'system'
  if (isAutomatic && (await hasAutomatic(tx.db, tenantId, week.key))) return null
  const report = timingReport(await timingFacts(tx, week))
  const pdf = await reportPdf(report, minuteText(tx.now))
  const id = newId()
  const fresh = await insertReport(tx.db, tenantId, tx.now, {
    id,
    weekKey: week.key,
    fromOn: week.from,
    toOn: week.to,
    kept: report.kept,
    broken: report.broken,
    running: report.running,
    pdf: await keep(tx, pdf),
    xlsx: await keep(tx, await reportWorkbook(report)),
    madeBy: isAutomatic ? null : tx.actor.id,
  })
  if (!fresh) return null
  tx.record({
    name: 'timing_report.made',
    subject: { kind: 'timing_report', id },
    facts: { week: week.key, kept: report.kept, broken: report.broken },
  })
  if (isAutomatic) {
    await mail(tx, id, report)
    await closeDuty(tx, week, report, pdf)
  }
  return id
}

async function keep(tx: Tx, bytes: Buffer): Promise<KeptFile> {
  const file = { id: newId(), salt: tx.vault.newSalt() }
  await tx.app.files.put(tx.actor.tenantId, file.id, tx.vault.seal(file.salt, bytes))
  return file
}

async function mail(tx: Tx, reportId: string, report: TimingReport): Promise<void> {
  const text = `${report.title}\n${report.summary}\n全文（PDF、Excel）请登录工作台“时限台账 → 时效周报”下载。\n${contactRegister().unit}`
  for (const to of await mailAddresses(tx.db, tx.actor.tenantId))
    await queueMail(tx, { subject: { kind: 'timing_report', id: reportId }, template: 'timing_report', to, text })
}

/** The week's own duty, if it is open; one that somebody closed by hand stays as it is. */
async function closeDuty(tx: Tx, week: Period, report: TimingReport, pdf: Buffer): Promise<void> {
  const today = dayOfInstant(tx.now)
  const where = sql`i.duty_code = ${DUTY} and i.period_key = ${week.key}`
  const [found] = await findInstances(tx.db, tx.actor.tenantId, today, where, 1)
  const instance = found && (await lockInstance(tx.db, tx.actor.tenantId, today, found.id))
  if (!instance) return
  const step = decideClosingDuty({
    state: instance.state,
    from: instance.fromOn,
    today,
    answerable: [],
    actorId: tx.actor.id,
    mayManage: true,
    files: 1,
  })
  if (!step.ok) return
  const kept = await keepEvidence(tx, instance, [{ field: 'file', name: `时效周报-${week.key}.pdf`, bytes: pdf }])
  if (!kept.ok) throw new Error(`the report is no evidence: ${kept.code}`)
  await closeInstance(tx.db, tx.actor.tenantId, instance.id, step.value, {
    finding: report.summary,
    by: null,
    at: tx.now,
  })
  tx.record({
    name: 'duty.closed',
    subject: { kind: 'duty', id: instance.id },
    facts: { files: 1, sha256: kept.value, late: today > instance.dueOn },
  })
}
