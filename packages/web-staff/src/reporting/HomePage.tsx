/** 我的工作: the reader's cases, what is new in those helped along, and the reader's duties. */
import type { ReactElement } from 'react'
import { useAssistNews } from '../assist/index.ts'
import { MyWorkPage } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { MyKnowledge } from '../knowledge/index.ts'
import { MyContacts } from '../customers/index.ts'
import { useMyRequests } from '../service-desk/index.ts'
import { MyDuties } from './MyDuties.tsx'

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
      <MyContacts />
      <MyDuties />
      <MyKnowledge />
    </div>
  )
}
