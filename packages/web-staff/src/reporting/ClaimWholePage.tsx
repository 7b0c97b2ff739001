/** A claim with what other rows know of it: the visits made for it, the callbacks owed (CLM-02, SRV-09, CBK-01). */
import { listClaimCallbacks } from '@anpei/contract/reporting'
import { lazy, Suspense, type ReactElement } from 'react'
import { CallbackCases } from '../callbacks/index.ts'
import { useCall } from '../client/index.ts'
import { Panel, Waiting } from '../kit/index.ts'
import { SubjectVisits } from '../visits/index.ts'
import { ClaimRequests } from './CaseRequests.tsx'

const ClaimPage = lazy(() => import('../claims/ClaimPage.tsx'))

export default function ClaimWholePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <ClaimPage
        beside={(claim) => (
          <>
            <ClaimRequests claim={claim} />
            <SubjectVisits
              subjectIds={[claim.id, claim.reportId]}
              about={{
                subject: { kind: 'claim', id: claim.id },
                person: { id: claim.personId, name: claim.personName, idNumberMasked: claim.idNumberMasked },
                kind: 'home',
                purpose: 'collect',
                address: '',
              }}
            />
            <ClaimCallbacks claimId={claim.id} />
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
