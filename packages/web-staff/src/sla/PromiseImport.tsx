/** Takes a whole definition from pasted data, for what the fields do not show: events, pauses, extension (CLK-01). */
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { definitionIn, type DefinitionData } from './promise-form.ts'

type Props = { clockId: string; onTake: (data: DefinitionData) => void }

export function PromiseImport({ clockId, onTake }: Props): ReactElement {
  const [text, setText] = useState('')
  const [fault, setFault] = useState(false)
  const take = (): void => {
    const data = definitionIn(text, clockId)
    setFault(data === null)
    if (data !== null) onTake(data)
  }
  return (
    <details className="sl-import">
      <summary>从文件导入整份规则（起止、暂停等事件也可以改）</summary>
      <Input.TextArea
        aria-label={`${clockId} 的 JSON`}
        placeholder={`贴入编号为 ${clockId} 的 JSON`}
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      {fault ? <p role="alert">贴入的内容不是 JSON，或里面没有 {clockId}。</p> : null}
      <Button size="small" onClick={take}>
        放进表单
      </Button>
    </details>
  )
}
