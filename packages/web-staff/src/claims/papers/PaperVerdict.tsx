/** Accept or reject one paper; a rejection says why. */
import { judgePapers, type ClaimView } from '@anpei/contract/claims'
import { Button, Checkbox, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Facts, FaultNote, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { CHANNELS } from '@anpei/domain/claims'
import { may } from '../acts.ts'
import { DOCUMENT_WORDS } from './DocumentRow.tsx'
import { StateTag } from '../tags.tsx'

type Paper = ClaimView['documents'][number]['papers'][number]
type Props = { claim: ClaimView; paper: Paper; hasNext: boolean; onDone: () => void }
type Check = 'real' | 'complete' | 'compliant'

const CHECKS: readonly { key: Check; label: string; help: string }[] = [
  { key: 'real', label: '真实', help: '与本人、医院、单位相符，没有涂改' },
  { key: 'complete', label: '完整', help: '页数齐全，签章、日期都有' },
  { key: 'compliant', label: '合规', help: '是要求的那种文件，出具单位有资格' },
]
const T = {
  accept: '通过',
  reject: '不通过',
  reason: '不通过的原因（客户会看到）',
  next: '，看下一份',
  needReason: '请写明原因。',
} as const

export function PaperVerdict({ claim, paper, hasNext, onDone }: Props): ReactElement {
  const [checks, setChecks] = useState<Record<Check, boolean>>({
    real: paper.checks['real'] ?? false,
    complete: paper.checks['complete'] ?? false,
    compliant: paper.checks['compliant'] ?? false,
  })
  const command = useCommand(judgePapers)
  const judge = async (verdict: 'accepted' | 'rejected', reason: string): Promise<void> => {
    const verdicts = [{ documentId: paper.id, verdict, reason, checks }]
    if (await command.run({ params: { claimId: claim.id }, body: { verdicts } })) onDone()
  }
  const all = checks.real && checks.complete && checks.compliant
  const warnings = paper.files.flatMap((file) => file.warnings)
  return (
    <div className="ap-verdict">
      {paper.verdict === null ? null : <StateTag state={paper.verdict} word={DOCUMENT_WORDS[paper.verdict]} />}
      <Facts
        facts={[
          { label: '收到', value: instantText(paper.receivedAt) },
          { label: '渠道', value: CHANNELS[paper.channel] },
        ]}
      />
      {warnings.map((warning) => (
        <Tag key={warning} tone="amber" icon="alert">
          {warning}
        </Tag>
      ))}
      {may(claim, 'judgePapers') ? (
        <>
          <FaultNote fault={command.fault} />
          {CHECKS.map(({ key, label, help }) => (
            <Checkbox
              key={key}
              checked={checks[key]}
              onChange={(event) => {
                setChecks({ ...checks, [key]: event.target.checked })
              }}
            >
              <b>{label}</b> <small className="ap-muted">{help}</small>
            </Checkbox>
          ))}
          <Button
            type="primary"
            block
            disabled={!all}
            loading={command.busy}
            onClick={() => {
              void judge('accepted', '')
            }}
          >
            {T.accept}
            {hasNext ? T.next : ''}
          </Button>
          <Rejection
            first={paper.verdictReason ?? ''}
            busy={command.busy}
            onReject={(reason) => {
              void judge('rejected', reason)
            }}
          />
        </>
      ) : null}
    </div>
  )
}

type RejectionProps = {
  readonly first: string
  readonly busy: boolean
  readonly onReject: (reason: string) => void
}

function Rejection({ first, busy, onReject }: RejectionProps): ReactElement {
  const [reason, setReason] = useState(first)
  const [missing, setMissing] = useState(false)
  const reject = (): void => {
    const empty = reason.trim() === ''
    setMissing(empty)
    if (!empty) onReject(reason)
  }
  return (
    <>
      <Input.TextArea
        value={reason}
        maxLength={300}
        autoSize={{ minRows: 3, maxRows: 6 }}
        placeholder={T.reason}
        aria-label={T.reason}
        status={missing ? 'error' : ''}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      {missing ? (
        <span className="ap-bad" role="alert">
          {T.needReason}
        </span>
      ) : null}
      <Button danger block loading={busy} onClick={reject}>
        {T.reject}
      </Button>
    </>
  )
}
