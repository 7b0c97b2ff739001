/** A report with who is sent to its scene (CLM-02). */
import { lazy, Suspense, type ReactElement } from 'react'
import { Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'

const ReportPage = lazy(() => import('../claims/reports/ReportPage.tsx'))

export default function ReportWholePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <ReportPage
        beside={({ id, person, accident }) => (
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
        )}
      />
    </Suspense>
  )
}
