/** 我的工作: the reader's cases, what is new in those helped along, and the reader's duties. */
import { lazy, Suspense, useState, type ReactElement } from 'react'
import { useAssistNews } from '../assist/index.ts'
import { MyWorkPage } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { useMyRequests } from '../service-desk/index.ts'
import { MyDuties } from './MyDuties.tsx'

/** Below the work itself, and not for everybody: loaded behind it. */
const MyKnowledge = lazy(async () => ({ default: (await import('../knowledge/index.ts')).MyKnowledge }))
const OtherWork = lazy(() => import('./OtherWork.tsx'))
const MyContacts = lazy(async () => ({ default: (await import('../customers/index.ts')).MyContacts }))

const OTHERS = ['complaint.read', 'complaint.improve', 'callback.make', 'visit.read'] as const

export default function HomePage(): ReactElement {
  const may = useMay()
  const news = useAssistNews(may('assist.open'))
  const requests = useMyRequests(may('desk.work'))
  const [found, setFound] = useState(false)
  const others = (
    <>
      {news}
      {requests}
      {OTHERS.some((one) => may(one)) ? (
        <Suspense>
          <OtherWork onFound={setFound} />
        </Suspense>
      ) : null}
    </>
  )
  return (
    <div className="ap-stack">
      <MyWorkPage others={others} calm={news === null && requests === null && !found} />
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
