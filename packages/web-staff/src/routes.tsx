/** One line a page; each page is loaded when it is first opened. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { Gate } from './Gate.tsx'
import { NotFound, PageFault } from './PageFault.tsx'

type Page = { readonly default: ComponentType }

const lazily = (load: () => Promise<Page>) => async () => ({ Component: (await load()).default })

const pages: RouteObject[] = [
  { index: true, lazy: lazily(() => import('./claims/MyWorkPage.tsx')) },
  { path: 'reports', lazy: lazily(() => import('./claims/ReportsPage.tsx')) },
  { path: 'reports/new', lazy: lazily(() => import('./claims/NewReportPage.tsx')) },
  { path: 'reports/:reportId', lazy: lazily(() => import('./claims/ReportPage.tsx')) },
  { path: 'claims', lazy: lazily(() => import('./claims/ClaimsPage.tsx')) },
  { path: 'claims/:claimId', lazy: lazily(() => import('./claims/ClaimPage.tsx')) },
  { path: 'payments', lazy: lazily(() => import('./claims/PaymentsPage.tsx')) },
  { path: 'payment-batches', lazy: lazily(() => import('./claims/BatchesPage.tsx')) },
  { path: 'payment-batches/:batchId', lazy: lazily(() => import('./claims/BatchPage.tsx')) },
]

export const routes: RouteObject[] = [{
  path: '/', element: <Gate />, errorElement: <PageFault />,
  children: [{ errorElement: <PageFault />, children: [...pages, { path: '*', element: <NotFound /> }] }],
}]
