/** A claim with what other rows know of it: the visits made for it (CLM-02, SRV-09). */
import { lazy, Suspense, type ReactElement } from 'react'
import { Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'

const ClaimPage = lazy(() => import('../claims/ClaimPage.tsx'))

export default function ClaimWholePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <ClaimPage
        beside={({ id, reportId, personId, personName, idNumberMasked }) => (
          <SubjectVisits
            subjectIds={[id, reportId]}
            about={{
              subject: { kind: 'claim', id },
              person: { id: personId, name: personName, idNumberMasked },
              kind: 'home',
              purpose: 'collect',
              address: '',
            }}
          />
        )}
      />
    </Suspense>
  )
}
