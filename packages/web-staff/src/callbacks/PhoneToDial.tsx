/** The number, masked until whoever calls asks for it; the log knows (CUS-08). */
import { revealCallbackPhone, type CallbackView } from '@anpei/contract/callbacks'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote } from '../kit/index.ts'

export function PhoneToDial({ callback }: { callback: CallbackView }): ReactElement {
  const command = useCommand(revealCallbackPhone, { quiet: true })
  const [phone, setPhone] = useState<string | null>(null)
  const show = async (): Promise<void> => {
    const told = await command.run({ params: { callbackId: callback.id } })
    if (told) setPhone(told.phone)
  }
  if (callback.phoneMasked === '') return <>没有电话，请换方式</>
  if (phone !== null) return <a href={`tel:${phone}`}>{phone}</a>
  return (
    <span className="ap-row">
      <span className="ap-num">{callback.phoneMasked}</span>
      {callback.can.includes('reveal') ? (
        <Button size="small" loading={command.busy} onClick={() => void show()}>
          显示号码
        </Button>
      ) : null}
      <FaultNote fault={command.fault} />
    </span>
  )
}
