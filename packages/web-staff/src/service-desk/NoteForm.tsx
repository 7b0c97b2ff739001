/** A note that only colleagues see. */
import { addRequestNote } from '@anpei/contract/service-desk'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote } from '../kit/index.ts'

export function NoteForm({ requestId }: { requestId: string }): ReactElement {
  const [text, setText] = useState('')
  const add = useCommand(addRequestNote)
  const save = async (): Promise<void> => {
    if (await add.run({ params: { requestId }, body: { text } })) setText('')
  }
  return (
    <div>
      <FaultNote fault={add.fault} />
      <Input.TextArea
        aria-label="内部备注"
        placeholder="只给同事看，客户看不到"
        value={text}
        maxLength={5000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <div className="dk-send">
        <Button loading={add.busy} disabled={text.trim() === ''} onClick={() => void save()}>
          记下备注
        </Button>
      </div>
    </div>
  )
}
