/** Closing a duty: the files that prove it and a short finding, sent together (RPT-06). */
import { closeStandingDuty } from '@anpei/contract/reporting'
import { Button, Input } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Icon, Panel } from '../kit/index.ts'
import { bytesText } from '../kernel/index.ts'

const MOST_BYTES = 8 * 1024 * 1024
const MOST_FILES = 20

export function CloseDuty({ dutyId, proof }: { dutyId: string; proof: string }): ReactElement {
  const close = useCommand(closeStandingDuty)
  const [files, setFiles] = useState<readonly File[]>([])
  const [finding, setFinding] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const tooBig = files.some(({ size }) => size > MOST_BYTES)
  const ready = files.length > 0 && files.length <= MOST_FILES && !tooBig && finding.trim() !== ''
  const send = (): void => {
    void close.run(
      { params: { dutyId }, body: { finding: finding.trim() } },
      files.map((file) => ({ field: 'file', file, name: file.name })),
    )
  }
  return (
    <Panel title="办结">
      <FaultNote fault={close.fault} />
      <p className="ap-muted">
        需要：{proof}。照片或 PDF，每个不超过 8 MB，一次最多 {MOST_FILES} 个。
      </p>
      <div className="ap-row rp-top">
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept="image/*,application/pdf"
          aria-label="选择证明材料"
          onChange={(event) => {
            setFiles([...files, ...Array.from(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button icon={<Icon name="upload" />} onClick={() => chooser.current?.click()}>
          选择证明材料
        </Button>
        {files.length === 0 ? <span className="ap-muted">还没有选文件</span> : null}
      </div>
      <Files files={files} onFiles={setFiles} />
      <label className="ap-label" htmlFor="duty-finding">
        结论（做了什么、结果怎样）
      </label>
      <Input.TextArea
        id="duty-finding"
        value={finding}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => {
          setFinding(event.target.value)
        }}
      />
      <div className="ap-row rp-top">
        <Button type="primary" disabled={!ready} loading={close.busy} onClick={send}>
          办结
        </Button>
      </div>
    </Panel>
  )
}

type FilesProps = { files: readonly File[]; onFiles: (files: readonly File[]) => void }

function Files({ files, onFiles }: FilesProps): ReactElement {
  return (
    <ul className="du-files">
      {files.map((file, at) => (
        <li key={`${file.name}${at}`}>
          {file.name} <small className={file.size > MOST_BYTES ? 'rp-fault' : ''}>{bytesText(file.size)}</small>
          <Button
            type="text"
            size="small"
            aria-label={`去掉 ${file.name}`}
            icon={<Icon name="cross" size={14} />}
            onClick={() => {
              onFiles(files.filter((_, index) => index !== at))
            }}
          />
        </li>
      ))}
    </ul>
  )
}
