/** The one request for supplements: everything that is missing, at once (CLM-04). */
import { askSupplement, type ClaimView } from '@anpei/contract/claims'
import { Alert, Checkbox, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, useAskToClose, useFocusBack, writtenIn } from '../../kit/index.ts'
import { DOCUMENT_WORDS } from './DocumentRow.tsx'
import { asksFor, leftOut, type SupplementAsk } from './supplement-asks.ts'

const T = {
  title: '一次性补充资料通知',
  send: '发出通知',
  why: '为什么要、要什么样的',
  reason: '给主管的说明（第二次补件必填）',
  second: '这件赔案已经发过补件通知。再次补件须主管批准，并记为一次缺陷。',
  once: '依法只能一次把要补的说全。本公司已有的资料不再要求。',
  missing: '还有必需资料没有列入：',
  needWhy: '每一项都要写明原因。',
} as const

export function SupplementDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  useFocusBack()
  const [asks, setAsks] = useState<readonly SupplementAsk[]>(() => asksFor(claim.documents))
  const [reason, setReason] = useState('')
  const [before] = useState(asks)
  const closing = useAskToClose(writtenIn({ asks: before }, { asks, reason }), onClose)
  const command = useCommand(askSupplement)
  const chosen = asks.filter((ask) => ask.chosen)
  const absent = leftOut(asks)
  const unexplained = chosen.some((ask) => ask.why.trim() === '')
  const change = (code: string, next: Partial<SupplementAsk>): void => {
    setAsks((now) => now.map((ask) => (ask.code === code ? { ...ask, ...next } : ask)))
  }
  const send = async (): Promise<void> => {
    const items = chosen.map(({ code, why }) => ({ code, why }))
    if (await command.run({ params: { claimId: claim.id }, body: { items, reason } })) onClose()
  }
  return (
    <Modal
      open
      title={T.title}
      width={680}
      okText={T.send}
      {...closing}
      onOk={() => {
        void send()
      }}
      confirmLoading={command.busy}
      okButtonProps={{ disabled: chosen.length === 0 || unexplained }}
      mask={{ closable: false }}
    >
      <p className="ap-dialog-note">{claim.supplements.length > 0 ? T.second : T.once}</p>
      <FaultNote fault={command.fault} />
      {absent.length === 0 ? null : (
        <Alert className="ap-fault" type="warning" showIcon title={`${T.missing}${absent.join('、')}`} />
      )}
      <ul className="ap-asks">
        {asks.map((ask) => (
          <AskLine
            key={ask.code}
            ask={ask}
            onChange={(next) => {
              change(ask.code, next)
            }}
          />
        ))}
      </ul>
      {unexplained ? <p className="ap-warn">{T.needWhy}</p> : null}
      {claim.supplements.length > 0 ? (
        <Input.TextArea
          value={reason}
          maxLength={500}
          placeholder={T.reason}
          aria-label={T.reason}
          onChange={(event) => {
            setReason(event.target.value)
          }}
        />
      ) : null}
    </Modal>
  )
}

type AskProps = { readonly ask: SupplementAsk; readonly onChange: (next: Partial<SupplementAsk>) => void }

function AskLine({ ask, onChange }: AskProps): ReactElement {
  return (
    <li>
      <Checkbox
        checked={ask.chosen}
        onChange={(event) => {
          onChange({ chosen: event.target.checked })
        }}
      >
        {ask.title} <small className="ap-muted">{DOCUMENT_WORDS[ask.state]}</small>
      </Checkbox>
      {ask.chosen ? (
        <Input
          value={ask.why}
          maxLength={200}
          placeholder={T.why}
          aria-label={`${ask.title}：${T.why}`}
          status={ask.why.trim() === '' ? 'warning' : ''}
          onChange={(event) => {
            onChange({ why: event.target.value })
          }}
        />
      ) : null}
    </li>
  )
}
