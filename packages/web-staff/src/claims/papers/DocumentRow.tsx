/** One document of the checklist: its state, its papers, and the ways to bring it in or do without it. */
import { judgePapers, type ClaimView, type DocumentItem } from '@anpei/contract/claims'
import { CHANNELS } from '@anpei/domain/claims'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Icon, ReasonDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { AskAuthorityButton, WeAskLine } from './AuthorityRequest.tsx'
import { SignButton } from '../reports/SignApplication.tsx'
import { StateTag } from '../tags.tsx'

export const DOCUMENT_WORDS = {
  missing: '未收',
  received: '待审核',
  accepted: '通过',
  rejected: '不通过',
  waived: '另有办法',
} as const

const T = {
  add: '添加',
  waive: '另有办法',
  waiveNote: '写明用什么替代，或由我方向哪个单位调取。',
  waiveLabel: '替代办法',
  view: '查看',
  optional: '可不交',
} as const

type Props = {
  item: DocumentItem
  claim: ClaimView
  onView: (paperId: string) => void
  onFiles: ((files: FileList) => void) | null
}

export function DocumentRow({ item, claim, onView, onFiles }: Props): ReactElement {
  const [waiving, setWaiving] = useState(false)
  const open = item.state === 'missing' || item.state === 'rejected'
  return (
    <li>
      <div className="ap-document-head">
        <StateTag state={item.state} word={DOCUMENT_WORDS[item.state]} />
        <span className="ap-strong">{item.title}</span>
        {item.required ? null : <Tag tone="grey">{T.optional}</Tag>}
        <span className="ap-acts ap-push">
          <SignButton claim={claim} code={item.code} />
          <AskAuthorityButton claim={claim} item={item} />
          {open && may(claim, 'judgePapers') ? (
            <Button
              size="small"
              type="text"
              onClick={() => {
                setWaiving(true)
              }}
            >
              {T.waive}
            </Button>
          ) : null}
          {onFiles ? <AddFiles title={item.title} onFiles={onFiles} /> : null}
        </span>
      </div>
      {open && item.substitute ? <p className="ap-muted ap-small">{item.substitute}</p> : null}
      <WeAskLine claim={claim} item={item} />
      {item.papers.map((paper) => (
        <PaperLine key={paper.id} paper={paper} state={item.state} onView={onView} />
      ))}
      {waiving ? (
        <WaiveDialog
          claim={claim}
          item={item}
          onClose={() => {
            setWaiving(false)
          }}
        />
      ) : null}
    </li>
  )
}

function AddFiles({ title, onFiles }: { title: string; onFiles: (files: FileList) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*,application/pdf"
        aria-label={`添加${title}`}
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files)
          event.target.value = ''
        }}
      />
      <Button
        size="small"
        icon={<Icon name="plus" size={14} />}
        onClick={() => {
          input.current?.click()
        }}
      >
        {T.add}
      </Button>
    </>
  )
}

type PaperProps = {
  readonly paper: DocumentItem['papers'][number]
  readonly state: DocumentItem['state']
  readonly onView: (paperId: string) => void
}

function PaperLine({ paper, state, onView }: PaperProps): ReactElement {
  return (
    <div className="ap-paper">
      <button
        type="button"
        onClick={() => {
          onView(paper.id)
        }}
      >
        <Icon name="file" /> {paper.title}
        <small>
          {paper.files.length} 个文件 · {CHANNELS[paper.channel]} · {instantText(paper.receivedAt)}
        </small>
      </button>
      {paper.verdict === null || paper.verdict === state ? null : (
        <StateTag state={paper.verdict} word={DOCUMENT_WORDS[paper.verdict]} />
      )}
      {paper.verdictReason ? <span className="ap-bad ap-small">{paper.verdictReason}</span> : null}
      {paper.files
        .flatMap((file) => file.warnings)
        .map((warning) => (
          <Tag key={warning} tone="amber" icon="alert">
            {warning}
          </Tag>
        ))}
    </div>
  )
}

function WaiveDialog({
  claim,
  item,
  onClose,
}: {
  claim: ClaimView
  item: DocumentItem
  onClose: () => void
}): ReactElement {
  const command = useCommand(judgePapers)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { claimId: claim.id }, body: { waived: [{ code: item.code, reason }] } })) onClose()
  }
  return (
    <ReasonDialog
      title={`${item.title}：${T.waive}`}
      label={T.waiveLabel}
      okText="保存"
      note={`${T.waiveNote}${item.substitute}`}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
