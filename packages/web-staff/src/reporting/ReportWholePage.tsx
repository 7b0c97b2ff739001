/** A report with where it came from and who is sent to its scene (SRV-01, CLM-02). */
import { lazy, Suspense, type ReactElement } from 'react'
import { Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'
import { CaseRequests } from './CaseRequests.tsx'

const ReportPage = lazy(() => import('../claims/reports/ReportPage.tsx'))

export default function ReportWholePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <ReportPage
        beside={({ id, person, accident }) => (
          <>
            <CaseRequests subjectIds={[id]} />
            <SubjectVisits
              subjectIds={[id]}
              about={{
                subject: { kind: 'report', id },
                person,
                kind: 'on_site',
                purpose: 'survey',
                address: accident.placeText,
              }}
            />
          </>
        )}
      />
    </Suspense>
  )
}
