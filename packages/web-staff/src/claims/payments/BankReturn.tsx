/** The bank's return file: read once however often it is sent; rows nobody can place are shown. */
import { importReturn } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DataTable, FaultNote, Icon, Panel, Tag, type Column } from '../../kit/index.ts'

type Result = Answer<typeof importReturn>
type Problem = Result['problems'][number] & { readonly id: string }

const T = {
  title: '银行回盘',
  choose: '导入回盘文件',
  note: '同一文件导入多次不会重复入账。',
  problems: '无法入账的行',
  clean: '全部行都已入账。',
  empty: '文件里没有一行可读，请核对是不是银行的回盘文件。',
} as const

const columns: readonly Column<Problem>[] = [
  { key: 'row', title: '行号', render: (row) => row.rowNo },
  { key: 'no', title: '支付号', render: (row) => <span className="ap-num">{row.paymentNo || '—'}</span> },
  { key: 'text', title: '问题', render: (row) => row.text },
]

export function BankReturn(): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<Result | null>(null)
  const command = useCommand(importReturn)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setResult(await command.run({}, [{ field: 'table', file, name: file.name }]))
    if (input.current) input.current.value = ''
  }
  const choose = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.xml,.xlsx"
        aria-label={T.choose}
        onChange={(event) => {
          void send(event.target.files?.[0])
        }}
      />
      <Button
        icon={<Icon name="upload" />}
        loading={command.busy}
        onClick={() => {
          input.current?.click()
        }}
      >
        {T.choose}
      </Button>
    </>
  )
  return (
    <Panel title={T.title} acts={choose}>
      <FaultNote fault={command.fault} />
      {result === null ? <p className="ap-muted">{T.note}</p> : <Outcome result={result} />}
    </Panel>
  )
}

function Outcome({ result }: { result: Result }): ReactElement {
  const problems = result.problems.map((one, index) => ({ ...one, id: String(index) }))
  return (
    <div className="ap-stack">
      <p className="ap-row" role="status">
        <span>共 {result.rows} 行</span>
        <Tag tone="green" icon="check">
          到账 {result.paid}
        </Tag>
        <Tag tone={result.failed ? 'red' : 'grey'}>失败 {result.failed}</Tag>
        <Tag tone="grey">重复 {result.repeated}</Tag>
        <Tag tone={problems.length ? 'amber' : 'grey'}>有问题 {problems.length}</Tag>
      </p>
      <DataTable<Problem>
        label={T.problems}
        columns={columns}
        rows={problems}
        empty={<p className="ap-muted">{result.rows === 0 ? T.empty : T.clean}</p>}
      />
    </div>
  )
}
