/** Each purpose with its basis, and what the person said to it (CUS-06). */
import { listConsents, withdrawConsent, type PurposeView } from '@anpei/contract/customers'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { Button, Popconfirm } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, FaultNote, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ConsentDialog } from './ConsentDialog.tsx'

const WHY: Readonly<Record<PurposeView['why'], string>> = {
  basis: '依合同或法律，不需要同意',
  consent: '已同意',
  withdrawn: '已撤回，停止使用',
  no_consent: '没有登记同意',
  old_text: '内容有变，要重新征得同意',
}

export function ConsentsPanel({ personId }: { personId: string }): ReactElement {
  const [giving, setGiving] = useState<PurposeView | null>(null)
  const found = useCall(listConsents, { params: { personId } })
  return (
    <Panel title="信息用途与同意" flush>
      <Answered of={found}>
        {({ purposes }) => (
          <>
            {purposes.map((purpose) => (
              <Purpose
                key={purpose.id}
                purpose={purpose}
                onGive={() => {
                  setGiving(purpose)
                }}
              />
            ))}
          </>
        )}
      </Answered>
      {giving ? (
        <ConsentDialog
          personId={personId}
          purpose={giving}
          onClose={() => {
            setGiving(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Purpose({ purpose, onGive }: { purpose: PurposeView; onGive: () => void }): ReactElement {
  const withdraw = useCommand(withdrawConsent)
  const running = purpose.consents.find((one) => one.can.includes('withdraw'))
  const last = purpose.consents[0]
  return (
    <article className="cu-purpose">
      <div>
        <div className="ap-row">
          <strong>{purpose.title}</strong>
          <Tag tone={purpose.may ? 'green' : 'amber'}>{WHY[purpose.why]}</Tag>
          {purpose.sensitive ? <Tag>敏感信息</Tag> : null}
          {purpose.separateConsent ? <Tag>单独同意</Tag> : null}
        </div>
        <p>{purpose.text}</p>
        <p className="ap-muted ap-small">
          {purpose.article}
          {last === undefined
            ? ''
            : `　${CONSENT_WAYS[last.givenHow]}同意 ${last.fromOn}${last.toOn === null ? ' 起' : ` 至 ${last.toOn}`}`}
          {last?.withdrawnAt ? `，${instantText(last.withdrawnAt)} 撤回` : ''}
        </p>
        <FaultNote fault={withdraw.fault} />
      </div>
      <div className="ap-acts">
        {purpose.can.includes('give') ? (
          <Button size="small" onClick={onGive}>
            登记同意
          </Button>
        ) : null}
        {running ? (
          <Popconfirm
            title="客户要撤回这个同意？撤回后马上停止这样使用。"
            okText="撤回"
            cancelText="取消"
            onConfirm={() => {
              void withdraw.run({ params: { consentId: running.id }, body: { how: 'paper' } })
            }}
          >
            <Button size="small" danger loading={withdraw.busy}>
              撤回
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </article>
  )
}
