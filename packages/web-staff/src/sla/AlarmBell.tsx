/** The bell of the top bar: how many warnings of clocks the reader has not seen; new ones come without reloading. */
import { listAlarms } from '@anpei/contract/sla'
import { Badge } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { Icon } from '../kit/index.ts'

const EVERY_SECONDS = 60
const heard = [listAlarms]

export function AlarmBell(): ReactElement {
  useLive('alarms', heard)
  const { shown } = useCall(listAlarms, { query: { unseen: 'true' } }, { everySeconds: EVERY_SECONDS })
  const unseen = shown?.unseen ?? 0
  return (
    <Link to="/alarms" className="sl-bell" aria-label={unseen === 0 ? '时限预警' : `时限预警，${unseen} 条未读`}>
      <Badge count={unseen} size="small" overflowCount={99} offset={[6, -4]}>
        <Icon name="bell" size={18} />
      </Badge>
    </Link>
  )
}
