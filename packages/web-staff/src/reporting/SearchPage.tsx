/** What the search of the top bar finds: claims and complaints the reader may see, by name, telephone or number. */
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useMay } from '../identity/index.ts'
import { Empty, PageHead, useSearchState } from '../kit/index.ts'
import { ClaimCases, ComplaintCases } from './Cases.tsx'

export default function SearchPage(): ReactElement {
  const may = useMay()
  const q = useSearchState().get('q')
  if (!q) return <Empty>请在上方输入编号、姓名或电话。</Empty>
  const all = encodeURIComponent(q)
  return (
    <>
      <PageHead title={`搜索：${q}`} tab="搜索" note="只列出您有权查看的；涉及本人的投诉不会出现在这里。" />
      <div className="ap-stack">
        {may('complaint.read') ? (
          <ComplaintCases query={{ q }} acts={<Link to={`/complaints?whose=all&q=${all}`}>全部</Link>} />
        ) : null}
        {may('claim.read') ? <ClaimCases query={{ q }} acts={<Link to={`/claims?q=${all}`}>全部</Link>} /> : null}
      </div>
    </>
  )
}
