/** 我们去要: a letter to the office that holds a paper, and what has become of it (CLM-03). */
import { askAuthority, remindAuthority, type ClaimView, type DocumentItem } from '@anpei/contract/claims'
import { AUTHORITY_WORDS, type AuthorityKind } from '@anpei/domain/claims'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Field, SaveDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { DueTag } from '../tags.tsx'

const T = {
  ask: '我们去要',
  send: '出函',
  note: '发一封调取资料函，同时排好跟催任务；客户会看到“我们正在要，您不用跑”。函件在“函件”里打印、登记送达。',
  kind: '哪类单位',
  authority: '单位全称',
  authorityHint: '例如：潮南区演示医院病案室',
  why: '用来做什么',
  whyFirst: '核对受伤经过',
  remind: '再发函催',
} as const

const kinds = (['hospital', 'police', 'village', 'other'] as const).map((value) => ({
  value,
  label: AUTHORITY_WORDS[value],
}))

type Props = { readonly claim: ClaimView; readonly item: DocumentItem }

export function AskAuthorityButton({ claim, item }: Props): ReactElement | null {
  const [asking, setAsking] = useState(false)
  const open = item.state === 'missing' || item.state === 'rejected'
  if (!open || item.weAsk !== null || !may(claim, 'askAuthority')) return null
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={`${T.ask}：${item.title}`}
        onClick={() => {
          setAsking(true)
        }}
      >
        {T.ask}
      </Button>
      {asking ? (
        <AskAuthority
          claim={claim}
          item={item}
          onClose={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </>
  )
}

type Values = { kind?: AuthorityKind; authority?: string; why?: string }

function AskAuthority({ claim, item, onClose }: Props & { readonly onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(askAuthority)
  const save = async ({ kind, authority, why }: Values): Promise<void> => {
    if (!kind) return
    const body = { code: item.code, kind, authority: authority ?? '', why: why ?? '' }
    if (await command.run({ params: { claimId: claim.id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`${T.ask}：${item.title}`}
      open
      okText={T.send}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'hospital', why: T.whyFirst }}
      note={T.note}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label={T.kind} required>
        <Select options={kinds} />
      </Field>
      <Field name="authority" label={T.authority} required>
        <Input maxLength={60} placeholder={T.authorityHint} />
      </Field>
      <Field name="why" label={T.why} required>
        <Input maxLength={100} />
      </Field>
    </SaveDialog>
  )
}

export function WeAskLine({ claim, item }: Props): ReactElement | null {
  const command = useCommand(remindAuthority)
  const { weAsk } = item
  if (weAsk === null) return null
  return (
    <p className="ap-small">
      <Tag tone="blue" icon="mail">
        正在向{weAsk.authority}调取
      </Tag>{' '}
      {instantText(weAsk.askedAt)} 发函{weAsk.reminders > 0 ? `，已催${weAsk.reminders}次` : ''} <DueTag of={weAsk} />
      {weAsk.mayRemind && may(claim, 'remindAuthority') ? (
        <Button
          size="small"
          loading={command.busy}
          onClick={() => {
            void command.run({ params: { requestId: weAsk.id } })
          }}
        >
          {T.remind}
        </Button>
      ) : null}
      <FaultNote fault={command.fault} />
    </p>
  )
}
