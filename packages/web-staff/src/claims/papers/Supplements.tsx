/** Requests for supplements already sent; delivery stops the legal clock, arrival restarts it (CLM-04, LAW L01). */
import { deliverSupplement, type ClaimView } from '@anpei/contract/claims'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Facts, FaultNote, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'

const T = { title: '补充资料通知', deliver: '登记已送达', none: '未送达' } as const

export function Supplements({ claim }: { claim: ClaimView }): ReactElement | null {
  const command = useCommand(deliverSupplement)
  if (claim.supplements.length === 0) return null
  return (
    <>
      {claim.supplements.map((one) => (
        <Panel
          key={one.id}
          title={`${T.title} 第 ${one.requestNo} 次`}
          acts={
            one.deliveredAt === null && may(claim, 'deliverSupplement') ? (
              <Button
                loading={command.busy}
                onClick={() => {
                  void command.run({ params: { claimId: claim.id }, body: {} })
                }}
              >
                {T.deliver}
              </Button>
            ) : null
          }
        >
          <FaultNote fault={command.fault} />
          <ul className="ap-plain-list">
            {one.items.map((item) => (
              <li key={item.code}>
                {item.title}：{item.why}
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              { label: '发出', value: instantText(one.madeAt) },
              { label: '送达', value: one.deliveredAt === null ? T.none : instantText(one.deliveredAt) },
              { label: '资料到齐', value: instantText(one.arrivedAt) },
              ...(one.reason ? [{ label: '说明', value: one.reason }] : []),
            ]}
          />
        </Panel>
      ))}
    </>
  )
}
