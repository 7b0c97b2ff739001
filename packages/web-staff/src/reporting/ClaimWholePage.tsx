/** A claim with what other rows know of it: the visits made for it, the callbacks owed (CLM-02, SRV-09, CBK-01). */
import { listClaimCallbacks } from '@anpei/contract/reporting'
import { lazy, Suspense, type ReactElement } from 'react'
import { CallbackCases } from '../callbacks/index.ts'
import { useCall } from '../client/index.ts'
import { Panel, Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'

const ClaimPage = lazy(() => import('../claims/ClaimPage.tsx'))

export default function ClaimWholePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <ClaimPage
        beside={({ id, reportId, personId, personName, idNumberMasked }) => (
          <>
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
            <ClaimCallbacks claimId={id} />
          </>
        )}
      />
    </Suspense>
  )
}

/** Nothing is shown of a claim nobody was ever owed a callback for. */
function ClaimCallbacks({ claimId }: { claimId: string }): ReactElement | null {
  const items = useCall(listClaimCallbacks, { params: { claimId } }).shown?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="回访" flush>
      <CallbackCases items={items} />
    </Panel>
  )
}
