/** Puts the rows together: routes, subscriptions, job handlers. The one place that knows them all. */
import { refusalText } from '@anpei/contract/api'
import { assistEventCatalogue } from '@anpei/domain/assist'
import { callbackEventCatalogue } from '@anpei/domain/callbacks'
import { eventCatalogue } from '@anpei/domain/claims'
import { customerEventCatalogue } from '@anpei/domain/customers'
import { documentEventCatalogue } from '@anpei/domain/documents'
import { identityEventCatalogue } from '@anpei/domain/identity'
import { systemActor } from '@anpei/domain/kernel'
import { knowledgeEventCatalogue } from '@anpei/domain/knowledge'
import { notificationEventCatalogue } from '@anpei/domain/notifications'
import { portalEventCatalogue } from '@anpei/domain/portal'
import { programmeEventCatalogue } from '@anpei/domain/programme'
import { callEventCatalogue, deskEventCatalogue } from '@anpei/domain/service-desk'
import { dutyEventCatalogue, reportingEventCatalogue } from '@anpei/domain/reporting'
import { clockEvents } from '@anpei/domain/sla'
import { visitEventCatalogue } from '@anpei/domain/visits'
import type { FastifyInstance } from 'fastify'
import { assistJobs, assistRoutes, FOLLOW, FOLLOWED_EVENTS, followIfAssisted } from './assist/index.ts'
import {
  checkDecisionNotices,
  errandsOfComplaints,
  handOverComplaints,
  historyFiles,
  historyJobs,
  measureDue,
  routesOfComplaints,
  wakesOfComplaints,
  wordsOfComplaints,
} from './complaints/index.ts'
import {
  callbackChangeKinds,
  AFTER_CLAIM,
  afterClaim,
  callbackRoutes,
  handOverCallbacks,
  CLAIM_END_EVENTS,
} from './callbacks/index.ts'
import {
  claimChangeKinds,
  claimedStays,
  claimErrands,
  checkNotices as checkClaimNotices,
  HANDED_EVENTS,
  claimRoutes,
  pastCases,
  sweepJobs,
  transferJobs,
  TOLD_EVENTS,
  handOverAbsent,
} from './claims/index.ts'
import {
  CARE_CASE_EVENTS,
  FOLLOW_CASE,
  followCareCase,
  handOverCare,
  customerChangeKinds,
  customerRoutes,
  DOUBLES_TASK,
  runDoubleSearch,
  privacyJobs,
  privacyRoutes,
  requestFiles,
} from './customers/index.ts'
import { caseBoards, caseDirectory, caseKeepers } from './cases.ts'
import { resealJob, RESEAL_TASK, type FileKeeper } from './custody/index.ts'
import { certificatePapers, documentJobs, paperFiles } from './documents/index.ts'
import { folderFileStore, openScan } from './files/index.ts'
import { personalData } from './personal-data.ts'
import type { KeyRing, RingKeeper } from './crypto/index.ts'
import type { Pool } from './db/index.ts'
import {
  bindRoutes,
  deliverNow,
  errandJob,
  makeApp,
  openServer,
  systemWrite,
  type App,
  type Bound,
  type Errands,
} from './http/index.ts'
import {
  authenticate,
  certificateRoutes,
  changeRoutes,
  identityChangeKinds,
  identityRoutes,
  OFF_DUTY_EVENTS,
  type ChangeKinds,
  type RoundStep,
} from './identity/index.ts'
import { exportFiles, reportingJobs, reportingRoutes, runClaimExport, timingReportFiles } from './reporting/index.ts'
import { runJobsOnce, type JobHandler } from './jobs/index.ts'
import type { Clock } from './kernel/index.ts'
import { knowledgeChangeKinds, knowledgeJobs, knowledgeRoutes } from './knowledge/index.ts'
import {
  type CheckNotices,
  letterFiles,
  notificationJobs,
  notificationRoutes,
  workNotices,
} from './notifications/index.ts'
import { lookUpInWords, planProgress, portalRoutes, PROGRESS_EVENTS, tellProgress } from './portal/index.ts'
import {
  boxRoutes,
  callRoutes,
  chatRoutes,
  deskChangeKinds,
  deskChannelJobs,
  deskChannelRoutes,
  deskJobs,
  deskRoutes,
  errandsOfDesk,
  handOverDialogue,
  hearWechat,
  planMail,
  tendDesk,
  wakesOfDesk,
} from './service-desk/index.ts'
import {
  announceDue,
  clockBoardRoutes,
  HELD_TASK,
  lapsePeriods,
  lateEntryRoutes,
  slaJobs,
  slaRoutes,
  tellLateEntry,
  watchService,
} from './sla/index.ts'
import {
  dischargeRoutes,
  enrolmentRoutes,
  introductionRoutes,
  checkResultNotices,
  FOLLOW_RESULT,
  followResultNotice,
  programmeChangeKinds,
  programmeJobs,
  programmeRoutes,
  REACHED_EVENTS,
  rosterFiles,
} from './programme/index.ts'
import { SCENE_TASK, sendToScene } from './send-to-scene.ts'
import { FORM_STEP_TASK, beginFormStep } from './begin-form-step.ts'
import { visitChangeKinds, visitRoutes } from './visits/index.ts'

export type AssembleOptions = {
  readonly pool: Pool
  readonly ring: KeyRing | RingKeeper
  readonly clock: Clock
  /** Where files and audit heads lie. */
  readonly folder: string
  readonly secureCookies?: boolean
  readonly demo?: boolean
  readonly passHours?: App['passHours']
  /** clamd address or program that scans files. */
  readonly scanner?: string | undefined
}

/** Whether a notice is still true, asked of the row it speaks of (NTF-01). */
const checkNotices: CheckNotices = async (tx, notices) =>
  new Map([
    ...(await checkClaimNotices(tx, notices)),
    ...(await checkResultNotices(tx, notices)),
    ...(await checkDecisionNotices(tx, notices)),
  ])

/** What waits for a second person, of every row (ORG-05). */
const changeKinds: ChangeKinds = new Map([
  ...identityChangeKinds,
  ...customerChangeKinds,
  ...programmeChangeKinds,
  ...visitChangeKinds,
  ...claimChangeKinds,
  ...callbackChangeKinds,
  ...knowledgeChangeKinds,
  ...deskChangeKinds,
])

export const allRoutes: readonly Bound[] = [
  ...identityRoutes,
  ...changeRoutes(changeKinds),
  ...certificateRoutes(certificatePapers),
  ...customerRoutes,
  ...privacyRoutes(personalData),
  ...programmeRoutes,
  ...dischargeRoutes(claimedStays),
  ...enrolmentRoutes,
  ...introductionRoutes,
  ...claimRoutes,
  ...visitRoutes,
  ...callbackRoutes,
  ...portalRoutes,
  ...knowledgeRoutes({ handOver: handOverDialogue, progress: lookUpInWords }),
  ...assistRoutes,
  ...routesOfComplaints,
  ...reportingRoutes,
  ...deskRoutes,
  ...deskChannelRoutes,
  ...callRoutes,
  ...chatRoutes,
  ...boxRoutes,
  ...notificationRoutes(checkNotices, hearWechat(lookUpInWords)),
  ...slaRoutes,
  ...clockBoardRoutes(caseBoards),
  ...lateEntryRoutes({ directory: caseDirectory, keepers: caseKeepers }),
]

/** What happened, in words, whichever row recorded it. */
const eventWords: ReadonlyMap<string, string> = new Map(
  [
    identityEventCatalogue,
    customerEventCatalogue,
    documentEventCatalogue,
    eventCatalogue,
    portalEventCatalogue,
    programmeEventCatalogue,
    knowledgeEventCatalogue,
    notificationEventCatalogue,
    assistEventCatalogue,
    wordsOfComplaints,
    visitEventCatalogue,
    callbackEventCatalogue,
    clockEvents,
    dutyEventCatalogue,
    reportingEventCatalogue,
    deskEventCatalogue,
    callEventCatalogue,
  ].flatMap((words) => Object.entries(words)),
)

function eventTitle(name: string, facts: Readonly<Record<string, unknown>>): string {
  return (eventWords.get(name) ?? name).replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''))
}

/** Whose files lie in the store. */
export const fileKeepers: readonly FileKeeper[] = [
  requestFiles,
  paperFiles,
  letterFiles,
  rosterFiles,
  historyFiles,
  exportFiles,
  timingReportFiles,
]

/** What somebody had in hand who is away, out of service or without a certificate goes to others (ORG-06, ORG-07). */
const handOvers = new Map([
  ['claims.hand_over_absent', handOverAbsent],
  ['customers.hand_over_care', handOverCare],
  ['complaints.hand_over_absent', handOverComplaints],
  ['callbacks.hand_over_absent', handOverCallbacks],
])

/** Event → the tasks it wakes. */
const subscriptions: ReadonlyMap<string, readonly string[]> = gather([
  ...TOLD_EVENTS.map((name) => ({ name, task: 'claims.tell_people' })),
  ...PROGRESS_EVENTS.map((name) => ({ name, task: 'portal.plan_progress' })),
  ...HANDED_EVENTS.map((name) => ({ name, task: 'claims.follow_handed_notice' })),
  ...REACHED_EVENTS.map((name) => ({ name, task: FOLLOW_RESULT })),
  { name: 'claim.classified', task: 'claims.plan_tasks' },
  ...OFF_DUTY_EVENTS.flatMap((name) => [...handOvers.keys()].map((task) => ({ name, task }))),
  ...CARE_CASE_EVENTS.map((name) => ({ name, task: FOLLOW_CASE })),
  ...wakesOfDesk,
  ...FOLLOWED_EVENTS.map((name) => ({ name, task: FOLLOW })),
  { name: 'report.received', task: SCENE_TASK },
  { name: 'form.step_accepted', task: FORM_STEP_TASK },
  ...CLAIM_END_EVENTS.map((name) => ({ name, task: AFTER_CLAIM })),
  ...wakesOfComplaints,
  { name: 'entry.held', task: HELD_TASK },
])

/** Tasks that the courier does itself; every other one becomes a job. */
export const errands: Errands = new Map([
  ...claimErrands,
  [FOLLOW, followIfAssisted],
  [SCENE_TASK, sendToScene],
  [FORM_STEP_TASK, beginFormStep],
  [AFTER_CLAIM, afterClaim],
  ...errandsOfComplaints,
  [FOLLOW_CASE, followCareCase],
  [FOLLOW_RESULT, followResultNotice],
  ...errandsOfDesk,
  ['portal.plan_progress', planProgress],
  [HELD_TASK, (tx, event) => tellLateEntry(tx, caseDirectory, event)],
])

function gather(pairs: readonly { readonly name: string; readonly task: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { name, task } of pairs) found.set(name, [...(found.get(name) ?? []), task])
  return found
}

export function assembleApp(options: AssembleOptions): App {
  return makeApp({
    pool: options.pool,
    ring: options.ring,
    clock: options.clock,
    files: folderFileStore(`${options.folder}/files`),
    subscriptions,
    authenticate,
    refusalTexts: refusalText,
    eventNames: [...eventWords.keys()],
    eventTitle,
    secureCookies: options.secureCookies ?? false,
    demo: options.demo ?? false,
    passHours: options.passHours,
    folder: options.folder,
    scanFile: openScan(options.scanner),
  })
}

export async function assembleServer(
  app: App,
  onFault: (reference: string, error: unknown) => void,
): Promise<FastifyInstance> {
  const server = await openServer({ refusalTexts: refusalText, onFault })
  bindRoutes(server, app, allRoutes, onFault)
  return server
}

/** What goes round every few seconds besides sealing and webhooks. */
export const roundSteps: readonly RoundStep[] = [
  { task: 'service.watch', work: watchService },
  { task: 'clock.lapse', work: (app, tenantId) => lapsePeriods(app, tenantId, caseKeepers) },
  // Words come before warnings: after a night without a worker nobody is warned of what is done in this round.
  { task: 'progress', work: tellProgress },
  { task: 'clock.announce', work: (app, tenantId) => announceDue(app, tenantId, caseDirectory) },
  { task: 'improvements.measure', work: measureDue },
  { task: 'notices', work: workNotices },
  { task: 'desk.tend', work: tendDesk },
  { task: 'desk.plan_mail', work: planMail },
]

export function jobHandlers(app: App): ReadonlyMap<string, JobHandler> {
  return new Map<string, JobHandler>([
    ...documentJobs(app),
    ...knowledgeJobs(app),
    ...assistJobs(app),
    ...privacyJobs(app, personalData),
    ...notificationJobs(app, checkNotices),
    ...deskJobs(app),
    ...deskChannelJobs(app),
    ...slaJobs(app, caseDirectory, caseKeepers),
    ...claimErrands.map(([task, errand]) => errandJob(app, task, errand)),
    errandJob(app, SCENE_TASK, sendToScene),
    errandJob(app, FORM_STEP_TASK, beginFormStep),
    errandJob(app, AFTER_CLAIM, afterClaim),
    ...[...errandsOfComplaints, ...errandsOfDesk].map(([task, errand]) => errandJob(app, task, errand)),
    errandJob(app, HELD_TASK, (tx, event) => tellLateEntry(tx, caseDirectory, event)),
    ...sweepJobs(app),
    ...transferJobs(app),
    ...programmeJobs(app, pastCases, claimedStays),
    ...historyJobs(app),
    errandJob(app, FOLLOW_CASE, followCareCase),
    errandJob(app, FOLLOW_RESULT, followResultNotice),
    ...[...handOvers].map(([task, handOver]): [string, JobHandler] => [
      task,
      async ({ tenantId }) => {
        await systemWrite(app, systemActor(tenantId, 'job:absence'), handOver)
      },
    ]),
    ['reporting.export_claims', (payload) => runClaimExport(app, payload)],
    ...reportingJobs(app),
    [RESEAL_TASK, resealJob(app, fileKeepers)],
    [DOUBLES_TASK, (payload) => runDoubleSearch(app, payload)],
  ])
}

/** Empties the outbox and does every job that is due, until nothing is left: for tests, the simulator and the door. */
export async function finishWork(app: App, ownerUrl: string): Promise<number> {
  let count = await deliverNow(app, errands)
  for (;;) {
    const ran = await runJobsOnce(ownerUrl, jobHandlers(app))
    const told = ran > 0 ? await deliverNow(app, errands) : 0
    count += ran + told
    if (told === 0) return count
  }
}
