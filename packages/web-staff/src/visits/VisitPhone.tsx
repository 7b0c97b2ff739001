/** The telephone of a visit: masked, in full with a reason for whoever makes or arranges it, to ring with one touch. */
import { revealVisitPhone, type VisitView } from '@anpei/contract/visits'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { RevealDialog } from '../kit/index.ts'

type Props = { readonly visit: Pick<VisitView, 'id' | 'phoneMasked' | 'can'> }

export function VisitPhone({ visit }: Props): ReactElement {
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string>()
  const reveal = useCommand(revealVisitPhone)
  const ask = async (reason: string): Promise<void> => {
    const told = await reveal.run({ params: { visitId: visit.id }, body: { reason } })
    if (!told) return
    setPhone(told.phone)
    setAsking(false)
  }
  if (phone !== undefined) {
    return phone === '' ? (
      <>没有登记电话</>
    ) : (
      <a className="ap-num" href={`tel:${phone}`}>
        {phone}
      </a>
    )
  }
  return (
    <span className="ap-row">
      <span className="ap-num">{visit.phoneMasked || '—'}</span>
      {visit.phoneMasked && visit.can.includes('reveal') ? (
        <Button
          size="small"
          onClick={() => {
            reveal.clear()
            setAsking(true)
          }}
        >
          查看号码
        </Button>
      ) : null}
      {asking ? (
        <RevealDialog
          title="查看完整电话"
          busy={reveal.busy}
          fault={reveal.fault}
          onClose={() => {
            setAsking(false)
          }}
          onAsk={(reason) => {
            void ask(reason)
          }}
        />
      ) : null}
    </span>
  )
}
