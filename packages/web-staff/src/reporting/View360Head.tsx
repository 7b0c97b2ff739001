/** At one glance: covered today or not, who is in charge, whether there may be a double (CUS-01, CUS-02, CUS-04). */
import { personCharge, type PersonView } from '@anpei/contract/customers'
import { askCover } from '@anpei/contract/programme'
import { DOUBLE_REASONS } from '@anpei/domain/customers'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Tag } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

export function View360Head({ person }: { person: PersonView }): ReactElement {
  const may = useMay()
  const params = { personId: person.id }
  const cover = useCall(askCover, { params, query: { day: today() } }, { enabled: may('roster.read') }).shown
  const charge = useCall(personCharge, { params }, { enabled: may('care.read') }).shown?.charge
  const covered = cover?.answers.filter((one) => one.covered) ?? []
  return (
    <>
      <p className="ap-row">
        {cover === undefined ? null : covered.length > 0 ? (
          <Tag tone="green" icon="shield">
            今天在保：{covered.map((one) => one.programme).join('、')}
          </Tag>
        ) : (
          <Tag tone="red">今天不在保</Tag>
        )}
        {charge ? (
          <Tag tone="teal" icon="user">
            专属顾问 {charge.adviser?.name ?? '待指定'}
            {charge.deputy ? `（副手 ${charge.deputy.name}）` : ''}
          </Tag>
        ) : null}
        {person.lacksCapacity ? <Tag tone="amber">无民事行为能力</Tag> : null}
      </p>
      {person.doubles.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              可能与这些资料是同一个人：
              {person.doubles.map((one) => (
                <span key={one.id}>
                  <Link to={`/customers/${one.id}`}>{one.name}</Link>（
                  {one.reasons.map((reason) => DOUBLE_REASONS[reason]).join('；')}）
                </span>
              ))}
            </>
          }
          action={may('person.merge') ? <Link to="/doubles">去处理</Link> : undefined}
        />
      )}
    </>
  )
}
