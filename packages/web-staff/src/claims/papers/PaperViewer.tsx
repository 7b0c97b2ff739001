/** The paper on the left, the verdict on the right: 真实、完整、合规 (CLM-06). Arrow keys turn the pages. */
import type { ClaimView } from '@anpei/contract/claims'
import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { FaultNote, Icon, Waiting, type IconName, useFocusBack } from '../../kit/index.ts'
import { PaperVerdict } from './PaperVerdict.tsx'
import { useFileUrl } from './use-file-url.ts'

type Paper = ClaimView['documents'][number]['papers'][number]
type Props = { claim: ClaimView; paperId: string; onPaper: (paperId: string) => void; onClose: () => void }

const T = {
  bigger: '放大',
  smaller: '缩小',
  turn: '旋转',
  before: '上一页',
  next: '下一页',
  whole: '适合窗口',
  empty: '这份资料没有文件。',
} as const

export function PaperViewer({ claim, paperId, onPaper, onClose }: Props): ReactElement {
  useFocusBack()
  const papers = claim.documents.flatMap((item) => item.papers)
  const at = papers.findIndex((paper) => paper.id === paperId)
  const paper = papers[at]
  const next = papers[at + 1]
  return (
    <Modal
      open
      title={paper?.title ?? ''}
      width="min(1240px, calc(100vw - 24px))"
      centered
      footer={null}
      onCancel={onClose}
      className="ap-viewer-dialog"
    >
      {paper ? (
        <div className="ap-viewer">
          <Pages key={paper.id} paper={paper} />
          <PaperVerdict
            key={`v${paper.id}`}
            claim={claim}
            paper={paper}
            onDone={() => {
              if (next) onPaper(next.id)
              else onClose()
            }}
            hasNext={next !== undefined}
          />
        </div>
      ) : null}
    </Modal>
  )
}

function Pages({ paper }: { paper: Paper }): ReactElement {
  const [at, setAt] = useState(0)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const file = paper.files[at]
  const go = (step: number): void => {
    setAt((now) => Math.min(Math.max(now + step, 0), paper.files.length - 1))
    setTurn(0)
    setZoom(1)
  }
  const tool = (icon: IconName, label: string, act: () => void, off = false): ReactElement => (
    <Button
      key={label}
      type="text"
      size="small"
      aria-label={label}
      title={label}
      disabled={off}
      icon={<Icon name={icon} />}
      onClick={act}
    />
  )
  if (!file) return <p className="ap-drop">{T.empty}</p>
  return (
    <div
      className="ap-pages"
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') go(1)
        if (event.key === 'ArrowLeft') go(-1)
      }}
    >
      <div className="ap-tools" role="toolbar" aria-label="查看工具">
        {tool(
          'left',
          T.before,
          () => {
            go(-1)
          },
          at === 0,
        )}
        <span className="ap-num">
          {at + 1} / {paper.files.length}
        </span>
        {tool(
          'right',
          T.next,
          () => {
            go(1)
          },
          at === paper.files.length - 1,
        )}
        {tool('zoomOut', T.smaller, () => {
          setZoom((now) => Math.max(0.5, now - 0.25))
        })}
        {tool('zoomIn', T.bigger, () => {
          setZoom((now) => Math.min(4, now + 0.25))
        })}
        {tool('rotate', T.turn, () => {
          setTurn((now) => (now + 90) % 360)
        })}
        <span className="ap-small ap-file-name">{file.fileName}</span>
      </div>
      <Sheet key={file.id} file={file} label={`${paper.title} 第 ${at + 1} 页`} zoom={zoom} turn={turn} />
    </div>
  )
}

type SheetProps = { file: Paper['files'][number]; label: string; zoom: number; turn: number }

function Sheet({ file, label, zoom, turn }: SheetProps): ReactElement {
  const { url, fault } = useFileUrl(file.id)
  if (url === null) return fault ? <FaultNote fault={fault} /> : <Waiting />
  return (
    <div className="ap-sheet" tabIndex={0} role="region" aria-label={label}>
      {file.mediaType === 'application/pdf' ? (
        <object data={url} type="application/pdf" aria-label={file.fileName} />
      ) : (
        <img src={url} alt={file.fileName} style={{ transform: `rotate(${turn}deg)`, width: `${zoom * 100}%` }} />
      )}
    </div>
  )
}
