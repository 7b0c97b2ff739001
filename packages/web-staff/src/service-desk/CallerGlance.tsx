/** While the customer still speaks: care marks, cover today, and requests that are open already. */
import { getPerson } from '@anpei/contract/customers'
import { askCover } from '@anpei/contract/programme'
import { listRequests } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { CareMarks } from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import { Tag } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

export function CallerGlance({ personId }: { personId: string }): ReactElement {
  const mayCover = useMay()('roster.read')
  const person = useCall(getPerson, { params: { personId } }).shown
  const cover = useCall(askCover, { params: { personId }, query: { day: today() } }, { enabled: mayCover }).shown
  const open = useCall(listRequests, { query: { personId, state: 'open', limit: 5 } }).shown?.items ?? []
  return (
    <div className="dk-glance" aria-label="客户一览">
      {person === undefined || person.careMarks.length === 0 ? null : <CareMarks marks={person.careMarks} />}
      {cover?.answers.map((one) => (
        <Tag key={one.programmeId} tone={one.covered ? 'green' : 'grey'}>
          {one.programme}：{one.covered ? '在保' : '不在保'}
        </Tag>
      ))}
      {open.length === 0 ? null : (
        <p className="ap-small">
          已有未了结的服务单：
          {open.map((one) => (
            <Link key={one.id} to={`/desk/${one.id}`}>
              {one.requestNo} {one.subject || one.kindWord}{' '}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
