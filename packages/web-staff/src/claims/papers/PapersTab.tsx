/** 资料: the checklist, papers in, the viewer with the verdict, the one request for supplements (CLM-03…06). */
import { completeFile, judgePapers, type ClaimView, type DocumentItem } from '@anpei/contract/claims'
import { Button } from 'antd'
import { useState, type DragEvent, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Icon, Panel } from '../../kit/index.ts'
import { may } from '../acts.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { PaperViewer } from './PaperViewer.tsx'
import { SupplementDialog } from './SupplementDialog.tsx'
import { Supplements } from './Supplements.tsx'
import { UploadDialog, type Staged } from './UploadDialog.tsx'
import './papers.css'

const T = {
  title: '资料清单',
  upload: '收取资料',
  complete: '资料收齐，转审核',
  finish: '审核完成，转认定',
  supplement: '通知补充资料',
  drop: '把照片或文件拖到这里，或点“收取资料”；一次可选多个。',
  left: '必需资料还差',
} as const

export function PapersTab({ claim }: { claim: ClaimView }): ReactElement {
  const [staged, setStaged] = useState<readonly Staged[] | null>(null)
  const [viewing, setViewing] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const collects = may(claim, 'addPapers')
  const stage = (files: Iterable<File>, code: string | null): void => {
    // Taken now: the list of a file field is empty as soon as the field is.
    const added = Array.from(files, (file) => ({ file, code }))
    setStaged((now) => [...(now ?? []), ...added])
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (collects && event.dataTransfer.files.length > 0) stage(event.dataTransfer.files, null)
  }
  return (
    <div className="ap-stack" onDragOver={allowDrop} onDrop={drop}>
      <Panel
        flush
        title={T.title}
        acts={
          <Acts
            claim={claim}
            onUpload={() => {
              setStaged([])
            }}
            onAsk={() => {
              setAsking(true)
            }}
          />
        }
      >
        <Checklist claim={claim} onView={setViewing} onStage={collects ? stage : null} />
      </Panel>
      <Supplements claim={claim} />
      {staged === null ? null : (
        <UploadDialog
          claim={claim}
          staged={staged}
          onStaged={setStaged}
          onClose={() => {
            setStaged(null)
          }}
        />
      )}
      {viewing === null ? null : (
        <PaperViewer
          claim={claim}
          paperId={viewing}
          onPaper={setViewing}
          onClose={() => {
            setViewing(null)
          }}
        />
      )}
      {asking ? (
        <SupplementDialog
          claim={claim}
          onClose={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </div>
  )
}

function allowDrop(event: DragEvent): void {
  event.preventDefault()
}

type ChecklistProps = {
  readonly claim: ClaimView
  readonly onView: (paperId: string) => void
  readonly onStage: ((files: Iterable<File>, code: string) => void) | null
}

function Checklist({ claim, onView, onStage }: ChecklistProps): ReactElement {
  return (
    <>
      {onStage ? (
        <p className="ap-drop-hint">
          <Icon name="upload" size={15} /> {T.drop}
        </p>
      ) : null}
      <ul className="ap-documents">
        {claim.documents.map((item) => (
          <DocumentRow
            key={item.code}
            item={item}
            claim={claim}
            onView={onView}
            onFiles={
              onStage
                ? (files) => {
                    onStage(files, item.code)
                  }
                : null
            }
          />
        ))}
      </ul>
    </>
  )
}

function Acts({ claim, onUpload, onAsk }: { claim: ClaimView; onUpload: () => void; onAsk: () => void }): ReactElement {
  const complete = useCommand(completeFile)
  const finish = useCommand(judgePapers)
  const params = { claimId: claim.id }
  const left = claim.documents.filter(isOpen).length
  return (
    <>
      <FaultNote fault={complete.fault ?? finish.fault} />
      {left > 0 ? (
        <span className="ap-warn ap-small">
          {T.left} {left} 项
        </span>
      ) : null}
      {may(claim, 'askSupplement') ? <Button onClick={onAsk}>{T.supplement}</Button> : null}
      {may(claim, 'addPapers') ? (
        <Button icon={<Icon name="camera" />} onClick={onUpload}>
          {T.upload}
        </Button>
      ) : null}
      {may(claim, 'completeFile') ? (
        <Button
          type="primary"
          loading={complete.busy}
          onClick={() => {
            void complete.run({ params })
          }}
        >
          {T.complete}
        </Button>
      ) : null}
      {claim.state === 'reviewing' && may(claim, 'judgePapers') ? (
        <Button
          type="primary"
          loading={finish.busy}
          onClick={() => {
            void finish.run({ params, body: { finish: true } })
          }}
        >
          {T.finish}
        </Button>
      ) : null}
    </>
  )
}

function isOpen(item: DocumentItem): boolean {
  return item.required && (item.state === 'missing' || item.state === 'rejected')
}
