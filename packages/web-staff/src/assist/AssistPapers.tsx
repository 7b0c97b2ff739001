/** Papers of an assisted claim: what is there, whether it reached the insurer, and more of one kind at a time. */
import { addAssistPapers, getAssistPaper, type AssistView } from '@anpei/contract/assist'
import { ASSIST_PAPERS, type AssistPaper } from '@anpei/domain/assist'
import { Button, Select } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand, useDownload } from '../client/index.ts'
import { choicesOf, Empty, FaultNote, Icon, Panel, saveFile, Tag } from '../kit/index.ts'
import { bytesText, instantText } from '../kernel/index.ts'

const T = {
  title: '资料',
  none: '还没有资料。',
  what: '这是什么资料',
  choose: '选择文件并上传',
  handed: '已转交',
  waiting: '立案后自动转交',
  page: '第',
  rules: '照片或 PDF，每个不超过 8 MB，一次最多 20 个；同一种资料可以选多页。',
} as const

export function AssistPapers({ assist }: { assist: AssistView }): ReactElement {
  const download = useDownload(getAssistPaper)
  const show = (paper: AssistView['papers'][number], fileId: string): void => {
    download.get({ params: { assistId: assist.id, fileId } }, (file) => {
      saveFile(file, paper.title)
    })
  }
  return (
    <Panel title={T.title}>
      {assist.can.includes('addPapers') ? <Upload assistId={assist.id} /> : null}
      <FaultNote fault={download.fault} />
      {assist.papers.length === 0 ? (
        <Empty>{T.none}</Empty>
      ) : (
        <ul className="ap-assist-papers">
          {assist.papers.map((paper) => (
            <li key={paper.id}>
              <strong>{paper.title}</strong>
              <span className="ap-muted ap-num">{instantText(paper.receivedAt)}</span>
              {assist.insurerHere ? <Handed at={paper.handedAt} /> : null}
              {paper.files.map((file, index) => (
                <Button
                  key={file.id}
                  size="small"
                  icon={<Icon name="download" />}
                  disabled={download.busy}
                  onClick={() => {
                    show(paper, file.id)
                  }}
                >
                  {T.page} {index + 1} 页 {bytesText(file.bytes)}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Handed({ at }: { at: string | null }): ReactElement {
  return at === null ? (
    <Tag icon="clock">{T.waiting}</Tag>
  ) : (
    <Tag tone="green" icon="check">
      {T.handed}
    </Tag>
  )
}

function Upload({ assistId }: { assistId: string }): ReactElement {
  const command = useCommand(addAssistPapers)
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState<AssistPaper>('application')
  const send = (files: FileList | null): void => {
    const parts = Array.from(files ?? [], (file) => ({ field: `file:${code}`, file, name: file.name }))
    if (parts.length > 0) void command.run({ params: { assistId } }, parts)
  }
  return (
    <>
      <FaultNote fault={command.fault} />
      <div className="ap-row ap-assist-upload">
        <Select<AssistPaper>
          aria-label={T.what}
          value={code}
          options={choicesOf(ASSIST_PAPERS)}
          onChange={setCode}
          popupMatchSelectWidth={false}
          style={{ minWidth: 200 }}
        />
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept="image/*,application/pdf"
          aria-label={T.choose}
          onChange={(event) => {
            send(event.target.files)
            event.target.value = ''
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
        <span className="ap-muted ap-small">{T.rules}</span>
      </div>
    </>
  )
}
