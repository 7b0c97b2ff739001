/** One line a page; each page is loaded when it is first opened. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { Gate } from './Gate.tsx'
import { Waiting } from './kit/index.ts'
import { NotFound, PageFault } from './PageFault.tsx'

type Page = { readonly default: ComponentType }

const lazily = (load: () => Promise<Page>) => async () => ({ Component: (await load()).default })

const pages: RouteObject[] = [
  { index: true, lazy: lazily(() => import('./reporting/HomePage.tsx')) },
  { path: 'board', lazy: lazily(() => import('./claims/BoardPage.tsx')) },
  { path: 'desk', lazy: lazily(() => import('./service-desk/QueuePage.tsx')) },
  { path: 'desk/:requestId', lazy: lazily(() => import('./service-desk/RequestPage.tsx')) },
  { path: 'desk-metrics', lazy: lazily(() => import('./service-desk/MetricsPage.tsx')) },
  { path: 'calls', lazy: lazily(() => import('./service-desk/calls/CallsPage.tsx')) },
  { path: 'telephone', lazy: lazily(() => import('./service-desk/calls/TelephonePage.tsx')) },
  { path: 'clocks', lazy: lazily(() => import('./claims/ClockBoardPage.tsx')) },
  { path: 'calendars', lazy: lazily(() => import('./sla/CalendarPage.tsx')) },
  { path: 'service-faults', lazy: lazily(() => import('./sla/FaultsPage.tsx')) },
  { path: 'promises', lazy: lazily(() => import('./sla/PromisesPage.tsx')) },
  { path: 'promises/:clockId', lazy: lazily(() => import('./sla/PromisePage.tsx')) },
  { path: 'alarms', lazy: lazily(() => import('./sla/AlarmsPage.tsx')) },
  { path: 'reports', lazy: lazily(() => import('./claims/ReportsPage.tsx')) },
  { path: 'reports/new', lazy: lazily(() => import('./claims/NewReportPage.tsx')) },
  { path: 'reports/:reportId', lazy: lazily(() => import('./claims/ReportPage.tsx')) },
  { path: 'claims', lazy: lazily(() => import('./claims/ClaimsPage.tsx')) },
  { path: 'claims/:claimId', lazy: lazily(() => import('./claims/ClaimPage.tsx')) },
  { path: 'assists', lazy: lazily(() => import('./assist/AssistsPage.tsx')) },
  { path: 'assists/:assistId', lazy: lazily(() => import('./assist/AssistPage.tsx')) },
  { path: 'visits', lazy: lazily(() => import('./visits/VisitsPage.tsx')) },
  { path: 'visits/:visitId', lazy: lazily(() => import('./visits/VisitPage.tsx')) },
  { path: 'visits/:visitId/do', lazy: lazily(() => import('./visits/DoVisitPage.tsx')) },
  { path: 'visits/:visitId/video', lazy: lazily(() => import('./visits/VideoRoomPage.tsx')) },
  { path: 'visit-route', lazy: lazily(() => import('./visits/RoutePage.tsx')) },
  { path: 'visitor-calendar', lazy: lazily(() => import('./visits/VisitorCalendarPage.tsx')) },
  { path: 'visitors', lazy: lazily(() => import('./visits/VisitorsPage.tsx')) },
  { path: 'payments', lazy: lazily(() => import('./claims/PaymentsPage.tsx')) },
  { path: 'recoveries', lazy: lazily(() => import('./claims/RecoveriesPage.tsx')) },
  { path: 'certain-part', lazy: lazily(() => import('./claims/CertainPartPage.tsx')) },
  { path: 'payment-batches', lazy: lazily(() => import('./claims/BatchesPage.tsx')) },
  { path: 'payment-batches/:batchId', lazy: lazily(() => import('./claims/BatchPage.tsx')) },
  { path: 'sweep', lazy: lazily(() => import('./reporting/SweepPage.tsx')) },
  { path: 'promise-ledger', lazy: lazily(() => import('./reporting/LedgerPage.tsx')) },
  { path: 'promise-ledger/:clockId', lazy: lazily(() => import('./reporting/LedgerCasesPage.tsx')) },
  { path: 'standing-duties', lazy: lazily(() => import('./reporting/DutiesPage.tsx')) },
  { path: 'standing-duties/:dutyId', lazy: lazily(() => import('./reporting/DutyPage.tsx')) },
  { path: 'tasks', lazy: lazily(() => import('./reporting/TasksPage.tsx')) },
  { path: 'roster', lazy: lazily(() => import('./programme/RosterPage.tsx')) },
  { path: 'roster-imports', lazy: lazily(() => import('./programme/ImportsPage.tsx')) },
  { path: 'roster-imports/:importId', lazy: lazily(() => import('./programme/ImportPage.tsx')) },
  { path: 'discharges', lazy: lazily(() => import('./programme/DischargesPage.tsx')) },
  { path: 'hospitals', lazy: lazily(() => import('./programme/HospitalsPage.tsx')) },
  { path: 'outreaches', lazy: lazily(() => import('./programme/OutreachesPage.tsx')) },
  { path: 'customers', lazy: lazily(() => import('./programme/CustomersPage.tsx')) },
  { path: 'customers/:personId', lazy: lazily(() => import('./reporting/View360Page.tsx')) },
  { path: 'persons/:personId', lazy: lazily(() => import('./reporting/View360Page.tsx')) },
  { path: 'care', lazy: lazily(() => import('./customers/CareBoardPage.tsx')) },
  { path: 'forms', lazy: lazily(() => import('./customers/FormsPage.tsx')) },
  { path: 'person-checks', lazy: lazily(() => import('./customers/ChecksPage.tsx')) },
  { path: 'doubles', lazy: lazily(() => import('./customers/DoublesPage.tsx')) },
  { path: 'privacy', lazy: lazily(() => import('./customers/privacy/PrivacyPage.tsx')) },
  { path: 'data-requests/:requestId', lazy: lazily(() => import('./customers/privacy/DataRequestPage.tsx')) },
  { path: 'retention/:runId', lazy: lazily(() => import('./customers/privacy/RetentionRunPage.tsx')) },
  { path: 'data-incidents/:incidentId', lazy: lazily(() => import('./customers/privacy/IncidentPage.tsx')) },
  { path: 'consents', lazy: lazily(() => import('./portal/LinksPage.tsx')) },
  { path: 'knowledge', lazy: lazily(() => import('./knowledge/KnowledgePage.tsx')) },
  { path: 'knowledge/new', lazy: lazily(() => import('./knowledge/ArticleEditorPage.tsx')) },
  { path: 'knowledge/:articleId', lazy: lazily(() => import('./knowledge/ArticlePage.tsx')) },
  { path: 'knowledge/:articleId/edit', lazy: lazily(() => import('./knowledge/ArticleEditorPage.tsx')) },
  { path: 'knowledge-asked', lazy: lazily(() => import('./knowledge/AskedPage.tsx')) },
  { path: 'knowledge-synonyms', lazy: lazily(() => import('./knowledge/SynonymsPage.tsx')) },
  { path: 'programmes', lazy: lazily(() => import('./programme/ProgrammesPage.tsx')) },
  { path: 'programme-versions/:versionId', lazy: lazily(() => import('./programme/VersionPage.tsx')) },
  { path: 'decision-tables', lazy: lazily(() => import('./programme/DecisionTablesPage.tsx')) },
  { path: 'decision-tables/:tableId', lazy: lazily(() => import('./programme/DecisionTablePage.tsx')) },
  { path: 'notice-samples', lazy: lazily(() => import('./reporting/NoticeSamplePage.tsx')) },
  { path: 'mailboxes', lazy: lazily(() => import('./service-desk/MailboxesPage.tsx')) },
  { path: 'notices', lazy: lazily(() => import('./notifications/NoticesPage.tsx')) },
  { path: 'staff', lazy: lazily(() => import('./identity/StaffPage.tsx')) },
  { path: 'staff/:staffId', lazy: lazily(() => import('./identity/StaffMemberPage.tsx')) },
  { path: 'roles', lazy: lazily(() => import('./identity/RolesPage.tsx')) },
  { path: 'changes', lazy: lazily(() => import('./identity/ChangesPage.tsx')) },
  { path: 'absences', lazy: lazily(() => import('./identity/AbsencesPage.tsx')) },
  { path: 'organisation', lazy: lazily(() => import('./identity/OrganisationPage.tsx')) },
  { path: 'guidance', lazy: lazily(() => import('./identity/GuidancePage.tsx')) },
  { path: 'guidance/:guidanceId', lazy: lazily(() => import('./identity/GuidanceDetailPage.tsx')) },
  { path: 'units/:kind/:unitId', lazy: lazily(() => import('./identity/UnitPage.tsx')) },
  { path: 'programs', lazy: lazily(() => import('./identity/ProgramsPage.tsx')) },
  { path: 'audit', lazy: lazily(() => import('./identity/AuditPage.tsx')) },
  { path: 'my-account', lazy: lazily(() => import('./identity/MyAccountPage.tsx')) },
]

export const routes: RouteObject[] = [
  {
    path: '/setup',
    lazy: lazily(() => import('./identity/SetupPage.tsx')),
    errorElement: <PageFault />,
  },
  {
    path: '/',
    element: <Gate />,
    errorElement: <PageFault />,
    hydrateFallbackElement: (
      <main>
        <Waiting />
      </main>
    ),
    children: [{ errorElement: <PageFault />, children: [...pages, { path: '*', element: <NotFound /> }] }],
  },
]
