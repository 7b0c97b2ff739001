/** Suits and arbitrations of a claim: what stage, which documents, the next hearing (CLM-16). */
import { addLitigationPapers, getPaperFile, type LitigationView } from '@anpei/contract/claims'
import { FORUM_WORDS, LITIGATION_OUTCOMES } from '@anpei/domain/claims'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand, useDownload } from '../../client/index.ts'
import { Empty, Facts, FaultNote, Panel, saveFile } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { FileSuitDialog, MoveSuitDialog } from './LitigationDialogs.tsx'
import { StateTag } from '../tags.tsx'

const T = {
  title: '诉讼仲裁',
  record: '登记诉讼仲裁',
  none: '没有诉讼或仲裁。',
  move: '登记进展',
  paper: '附上文书',
} as const

type Props = { claimId: string; litigations: readonly LitigationView[]; canRecord: boolean }

export function LitigationPanel({ claimId, litigations, canRecord }: Props): ReactElement {
  const [open, setOpen] = useState(false)
  const button = canRecord ? (
    <Button
      onClick={() => {
        setOpen(true)
      }}
    >
      {T.record}
    </Button>
  ) : null
  return (
    <Panel title={T.title} acts={button}>
      {litigations.length === 0 ? <Empty>{T.none}</Empty> : null}
      {litigations.map((one) => (
        <Suit key={one.id} suit={one} />
      ))}
      {open ? (
        <FileSuitDialog
          claimId={claimId}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Suit({ suit }: { suit: LitigationView }): ReactElement {
  const [moving, setMoving] = useState(false)
  return (
    <div className="ap-stack">
      <Facts
        facts={[
          { label: '状态', value: <StateTag state={suit.state} word={suit.stateWord} /> },
          { label: FORUM_WORDS[suit.forum], value: suit.forumName },
          { label: '案号', value: suit.caseNo },
          { label: '受理日期', value: suit.filedOn },
          { label: '主张金额', value: yuan(suit.claimedFen) },
          { label: '下次开庭', value: suit.hearingOn ?? '—' },
          { label: '结果', value: outcomeText(suit) },
          { label: '说明', value: suit.note || '—' },
        ]}
      />
      <ul className="ap-plain-list">
        {suit.papers.flatMap((paper) =>
          paper.files.map((file) => (
            <li key={file.id}>
              <SuitFile id={file.id} title={paper.title} name={file.fileName} />
            </li>
          )),
        )}
      </ul>
      <span className="ap-row">
        {may(suit, 'moveLitigation') ? (
          <Button
            size="small"
            onClick={() => {
              setMoving(true)
            }}
          >
            {T.move}
          </Button>
        ) : null}
        {may(suit, 'addLitigationPapers') ? <AddPaper litigationId={suit.id} /> : null}
      </span>
      {moving ? (
        <MoveSuitDialog
          suit={suit}
          onClose={() => {
            setMoving(false)
          }}
        />
      ) : null}
    </div>
  )
}

function outcomeText({ outcome, awardedFen }: LitigationView): string {
  if (outcome === null) return '—'
  return `${LITIGATION_OUTCOMES[outcome]}${awardedFen === null ? '' : `，裁判金额 ${yuan(awardedFen)}`}`
}

function SuitFile({ id, title, name }: { id: string; title: string; name: string }): ReactElement {
  const download = useDownload(getPaperFile)
  return (
    <>
      <Button
        type="link"
        size="small"
        loading={download.busy}
        onClick={() => {
          download.get({ params: { fileId: id } }, (file) => {
            saveFile(file, name)
          })
        }}
      >
        {title}
      </Button>
      <FaultNote fault={download.fault} />
    </>
  )
}

function AddPaper({ litigationId }: { litigationId: string }): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const command = useCommand(addLitigationPapers)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const title = file.name.replace(/\.\w+$/, '').slice(0, 60) || '文书'
    await command.run({ params: { litigationId }, body: { title } }, [{ field: 'file', file, name: file.name }])
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*,.pdf"
        aria-label={T.paper}
        onChange={(event) => {
          void send(event.target.files?.[0])
        }}
      />
      <Button
        size="small"
        loading={command.busy}
        onClick={() => {
          input.current?.click()
        }}
      >
        {T.paper}
      </Button>
      <FaultNote fault={command.fault} />
    </>
  )
}
