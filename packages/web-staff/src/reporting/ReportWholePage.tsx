/** A report: how to talk to whom it is about, where it came from, who is sent to its scene (CUS-04, SRV-01, CLM-02). */
import { lazy, Suspense, type ReactElement } from 'react'
import { CareHints } from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'
import { CaseRequests } from './CaseRequests.tsx'

const ReportPage = lazy(() => import('../claims/reports/ReportPage.tsx'))

export default function ReportWholePage(): ReactElement {
  const mayCare = useMay()('care.read')
  return (
    <Suspense fallback={<Waiting />}>
      <ReportPage
        beside={({ id, person, accident }) => (
          <>
            {person && mayCare ? <CareHints personId={person.id} /> : null}
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
