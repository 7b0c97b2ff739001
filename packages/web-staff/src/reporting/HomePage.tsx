/** 我的工作: the reader's cases, what is new in those helped along, and the reader's duties. */
import { lazy, Suspense, type ReactElement } from 'react'
import { useAssistNews } from '../assist/index.ts'
import { MyWorkPage } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { useMyRequests } from '../service-desk/index.ts'
import { useComplaintWaiting, useMyCallbacks, useMyComplaints, useUnassignedComplaints } from './MyComplaints.tsx'
import { MyDuties } from './MyDuties.tsx'

/** Below the work itself, and not for everybody: loaded behind it. */
const MyKnowledge = lazy(async () => ({ default: (await import('../knowledge/index.ts')).MyKnowledge }))
const MyContacts = lazy(async () => ({ default: (await import('../customers/index.ts')).MyContacts }))

export default function HomePage(): ReactElement {
  const may = useMay()
  const news = useAssistNews(may('assist.open'))
  const requests = useMyRequests(may('desk.work'))
  const complaints = useMyComplaints(may('complaint.handle'))
  const waiting = useComplaintWaiting(may('complaint.read'))
  const unassigned = useUnassignedComplaints(may('complaint.coordinate'))
  const callbacks = useMyCallbacks(may('callback.make'))
  const nothing = [news, requests, waiting, unassigned, complaints, callbacks].every((one) => one === null)
  const others = nothing ? null : (
    <>
      {news}
      {requests}
      {waiting}
      {unassigned}
      {complaints}
      {callbacks}
    </>
  )
  return (
    <div className="ap-stack">
      <MyWorkPage others={others} />
      <Suspense>
        <MyContacts />
      </Suspense>
      <MyDuties />
      <Suspense>
        <MyKnowledge />
      </Suspense>
    </div>
  )
}
