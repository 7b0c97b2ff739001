/** Each purpose with its basis, what rests on it, and what the person said to it, with the proof (CUS-06). */
import { getConsentProof, listConsents, type PurposeView } from '@anpei/contract/customers'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { NoDialog } from './NoDialog.tsx'

const WHY: Readonly<Record<PurposeView['why'], string>> = {
  basis: '依合同或法律，不需要同意',
  consent: '已同意',
  withdrawn: '不同意，停止使用',
  no_consent: '没有登记同意',
  old_text: '内容有变，要重新征得同意',
}
type Asking = { readonly purpose: PurposeView; readonly what: 'yes' | 'no' }

export function ConsentsPanel({ personId }: { personId: string }): ReactElement {
  const [asking, setAsking] = useState<Asking | null>(null)
  const found = useCall(listConsents, { params: { personId } })
  const close = (): void => {
    setAsking(null)
  }
  return (
    <Panel title="信息用途与同意" flush>
      <Answered of={found}>
        {({ purposes }) => (
          <>
            {purposes.map((purpose) => (
              <Purpose
                key={purpose.id}
                purpose={purpose}
                onAsk={(what) => {
                  setAsking({ purpose, what })
                }}
              />
            ))}
          </>
        )}
      </Answered>
      {asking?.what === 'yes' ? <ConsentDialog personId={personId} purpose={asking.purpose} onClose={close} /> : null}
      {asking?.what === 'no' ? <NoDialog personId={personId} purpose={asking.purpose} onClose={close} /> : null}
    </Panel>
  )
}

type Props = { purpose: PurposeView; onAsk: (what: Asking['what']) => void }

function Purpose({ purpose, onAsk }: Props): ReactElement {
  const running = purpose.consents.some((one) => one.can.includes('withdraw'))
  return (
    <article className="cu-purpose">
      <div>
        <div className="ap-row">
          <strong>{purpose.title}</strong>
          <Tag tone={purpose.may ? 'green' : 'amber'}>{WHY[purpose.why]}</Tag>
          {purpose.sensitive ? <Tag>敏感信息</Tag> : null}
          {purpose.separateConsent ? <Tag>单独同意</Tag> : null}
          {purpose.restricted ? <Tag>依法保存，停止其他使用</Tag> : null}
        </div>
        <p>{purpose.text}</p>
        {purpose.basis === 'consent' ? <Uses uses={purpose.uses} /> : null}
        <p className="ap-muted ap-small">{purpose.article}</p>
        {purpose.consents.map((one) => (
          <Said key={one.id} said={one} />
        ))}
      </div>
      <div className="ap-acts">
        {purpose.can.includes('give') ? (
          <Button
            size="small"
            aria-label={`登记同意：${purpose.title}`}
            onClick={() => {
              onAsk('yes')
            }}
          >
            登记同意
          </Button>
        ) : null}
        {running || purpose.can.includes('refuse') ? (
          <Button
            size="small"
            danger
            aria-label={`${running ? '撤回同意' : '登记不同意'}：${purpose.title}`}
            onClick={() => {
              onAsk('no')
            }}
          >
            {running ? '撤回同意' : '登记不同意'}
          </Button>
        ) : null}
      </div>
    </article>
  )
}

/** What goes on as things stand, and what waits for a yes. */
function Uses({ uses }: Pick<PurposeView, 'uses'>): ReactElement | null {
  const titles = (may: boolean): string => uses.flatMap((use) => (use.may === may ? use.title : [])).join('、')
  const [on, off] = [titles(true), titles(false)]
  const parts = [...(on ? [`现在可以：${on}`] : []), ...(off ? [`现在不可以：${off}`] : [])]
  return parts.length === 0 ? null : <p>{parts.join('；')}。</p>
}

/** One yes or no as it was said, by which way, who wrote it down, and its proof. */
function Said({ said }: { said: PurposeView['consents'][number] }): ReactElement {
  const { givenHow, withdrawnAt, withdrawnHow } = said
  const way = withdrawnHow === null ? '' : wayOf(withdrawnHow, said.withdrawnProxy)
  const until = said.toOn === null ? ' 起' : ` 至 ${said.toOn}`
  return (
    <p className="ap-muted ap-small">
      {givenHow === null ? `${way}表示不同意` : `${wayOf(givenHow, said.proxy)}同意 ${said.fromOn}${until}`}
      {withdrawnAt === null ? '' : `，${instantText(withdrawnAt)} ${givenHow === null ? '登记' : `${way}撤回`}`}
      {said.recordedBy === null ? '' : `，${said.recordedBy}经办`}
      {said.files.map((file) => (
        <span key={file.id}>
          {'　'}
          <a
            href={getConsentProof.path.replace(':consentId', said.id).replace(':fileId', file.id)}
            target="_blank"
            rel="noreferrer"
          >
            {file.fileName}
          </a>
        </span>
      ))}
    </p>
  )
}

function wayOf(how: keyof typeof CONSENT_WAYS, proxy: string | null): string {
  return proxy === null ? CONSENT_WAYS[how] : `受托人${proxy}代为`
}
