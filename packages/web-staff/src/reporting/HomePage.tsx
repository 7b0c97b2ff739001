/** 我的工作: the reader's cases, what is new in those helped along, and the reader's duties. */
import { lazy, Suspense, type ReactElement } from 'react'
import { useAssistNews } from '../assist/index.ts'
import { MyWorkPage } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { useMyRequests } from '../service-desk/index.ts'
import { MyDuties } from './MyDuties.tsx'

/** Below the work itself, and not for everybody: loaded behind it. */
const MyKnowledge = lazy(async () => ({ default: (await import('../knowledge/index.ts')).MyKnowledge }))
const MyContacts = lazy(async () => ({ default: (await import('../customers/index.ts')).MyContacts }))
const MyComplaints = lazy(async () => ({ default: (await import('./MyComplaints.tsx')).MyComplaints }))

export default function HomePage(): ReactElement {
  const may = useMay()
  const news = useAssistNews(may('assist.open'))
  const requests = useMyRequests(may('desk.work'))
  const others =
    news === null && requests === null ? null : (
      <>
        {news}
        {requests}
      </>
    )
  return (
    <div className="ap-stack">
      <MyWorkPage others={others} />
      <Suspense>
        <MyComplaints />
        <MyContacts />
      </Suspense>
      <MyDuties />
      <Suspense>
        <MyKnowledge />
      </Suspense>
    </div>
  )
}
