/** The half of a complaint's page that solves it: file, proposals, decision, periods, closing (CMP-06…10). */
import { getSolution, type ComplaintView } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered } from '../../kit/index.ts'
import { CaseFile } from './CaseFile.tsx'
import { Closing } from './Closing.tsx'
import { Decisions } from './Decisions.tsx'
import { Periods } from './Periods.tsx'
import { Proposals } from './Proposals.tsx'
import { Rechecks } from './Rechecks.tsx'
import './solve.css'

export function SolveSections({ view }: { view: ComplaintView }): ReactElement {
  const complaintId = view.id
  const claim = view.claim && { id: view.claim.id, no: view.claim.claimNo }
  const found = useCall(getSolution, { params: { complaintId } })
  return (
    <Answered of={found}>
      {(solution) => (
        <>
          <CaseFile view={view} solution={solution} />
          <Proposals complaintId={complaintId} solution={solution} claim={claim} entries={view.entries} />
          <Decisions complaintId={complaintId} solution={solution} to={whoIsTold(view)} />
          <Periods complaintId={complaintId} solution={solution} />
          <Rechecks complaintId={complaintId} solution={solution} />
          <Closing complaintId={complaintId} solution={solution} />
        </>
      )}
    </Answered>
  )
}

/** The decision goes to the complainant; where no mandate was seen, to the insured person. */
function whoIsTold({ mayHearPersonal, complainant, person }: ComplaintView): string {
  return mayHearPersonal ? `${complainant.name} ${complainant.phone}`.trim() : (person?.name ?? '')
}
