/** Who is in charge of this person while a case is open, the contacts made and the next one (CUS-04). */
import { personCharge, type CareChargeView } from '@anpei/contract/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Facts, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { AdviserDialog, ContactDialog } from './ChargeDialogs.tsx'

export function ChargePanel({ personId }: { personId: string }): ReactElement {
  const found = useCall(personCharge, { params: { personId } })
  return (
    <Answered of={found}>
      {({ charge }) =>
        charge ? (
          <Charge charge={charge} />
        ) : (
          <Panel title="专属顾问">
            <Empty>没有未了结的事，或这位客户不需要专属顾问。老人、重病客户一报案或投诉，系统就会指定。</Empty>
          </Panel>
        )
      }
    </Answered>
  )
}

function Charge({ charge }: { charge: CareChargeView }): ReactElement {
  const [asking, setAsking] = useState<'contact' | 'name' | null>(null)
  const acts = (
    <>
      {charge.can.includes('name') ? (
        <Button
          onClick={() => {
            setAsking('name')
          }}
        >
          更换顾问
        </Button>
      ) : null}
      {charge.can.includes('contact') ? (
        <Button
          type="primary"
          onClick={() => {
            setAsking('contact')
          }}
        >
          登记联系
        </Button>
      ) : null}
    </>
  )
  const close = (): void => {
    setAsking(null)
  }
  return (
    <Panel title="专属顾问" acts={acts}>
      <Facts
        facts={[
          { label: '顾问', value: charge.adviser?.name ?? <Tag tone="red">还没有人</Tag> },
          { label: '副手', value: charge.deputy?.name ?? '—' },
          { label: '下次联系', value: <NextContact charge={charge} /> },
          { label: '联系计划', value: `每 ${charge.everyDays} 天至少一次` },
          { label: '未了结的事', value: `${charge.cases.length} 件` },
        ]}
      />
      <ol className="cu-timeline">
        {charge.contacts.map((one) => (
          <li key={one.id}>
            <time dateTime={one.madeAt}>{instantText(one.madeAt)}</time>
            <div className="ap-row">
              <Tag tone={one.reached ? 'green' : 'amber'}>
                {one.wayWord}
                {one.reached ? '' : '，没联系上'}
              </Tag>
              <span>{one.note}</span>
              <span className="ap-muted ap-small">{one.madeBy}</span>
            </div>
          </li>
        ))}
      </ol>
      {charge.contacts.length === 0 ? <p className="ap-muted">还没有联系过。</p> : null}
      {asking === 'contact' ? <ContactDialog charge={charge} onClose={close} /> : null}
      {asking === 'name' ? <AdviserDialog charge={charge} onClose={close} /> : null}
    </Panel>
  )
}

export function NextContact({ charge }: { charge: { nextContactOn: string; overdue: boolean } }): ReactElement {
  return charge.overdue ? (
    <Tag tone="red" icon="alert">
      {charge.nextContactOn} 已逾期
    </Tag>
  ) : (
    <span className="ap-num">{charge.nextContactOn}</span>
  )
}
