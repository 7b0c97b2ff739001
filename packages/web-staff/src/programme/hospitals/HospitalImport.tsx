/** A file of hospitals in (CLM-08): what it would change, and each bad row with its reason. */
import { importHospitals } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Panel, DropZone } from '../../kit/index.ts'

export function HospitalImport(): ReactElement {
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState<Answer<typeof importHospitals> | null>(null)
  const send = useCommand(importHospitals)
  const start = async (): Promise<void> => {
    if (!file) return
    const answer = await send.run({}, [{ field: 'table', file, name: file.name }])
    if (answer) setRead(answer)
  }
  return (
    <Panel title="导入目录文件">
      <FaultNote fault={send.fault} />
      <DropZone
        label="医院目录文件"
        file={file}
        onFile={(chosen) => {
          setFile(chosen)
          setRead(null)
        }}
      />
      <div className="ap-row ap-upload-act">
        <Button type="primary" disabled={!file} loading={send.busy} onClick={() => void start()}>
          开始导入
        </Button>
        <span className="ap-muted ap-small">
          列：机构代码、医院名称、别名、镇街、等级、等级起、等级止、认可起、认可止、认可依据。一家医院有几段等级就写几行；同一文件再导一次没有变化。
        </span>
      </div>
      {read ? <Outcome read={read} /> : null}
    </Panel>
  )
}

function Outcome({ read }: { read: Answer<typeof importHospitals> }): ReactElement {
  const { rowCount, addedCount, changedCount, unchangedCount, errors, changeId } = read
  const told = [
    `读到 ${rowCount} 行：新增 ${addedCount} 家，修改 ${changedCount} 家，`,
    `没有变化 ${unchangedCount} 家，问题 ${errors.length} 处。`,
  ].join('')
  return (
    <div className="ap-stack">
      <Alert
        type={changeId ? 'success' : 'info'}
        showIcon
        title={told}
        description={changeId ? '已提交，等另一位同事复核后生效。' : '没有要复核的内容。'}
      />
      {errors.length > 0 ? (
        <ul>
          {errors.map((one) => (
            <li key={`${one.rowNo}${one.code}`}>
              第 {one.rowNo} 行：{one.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
