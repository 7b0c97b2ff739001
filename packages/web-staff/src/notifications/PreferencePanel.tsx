/** How a person wants to be told, and a way to all notices of that person (NTF-02, NTF-04). */
import { getNoticePreference, saveNoticePreference, type PreferenceView } from '@anpei/contract/notifications'
import { isByHand, isNoticeChannel, NOTICE_CHANNELS, type NoticeChannel } from '@anpei/domain/notifications'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, choicesOf, Facts, Field, Panel, SaveDialog } from '../kit/index.ts'

export function PreferencePanel({ personId }: { personId: string }): ReactElement {
  const [editing, setEditing] = useState(false)
  const found = useCall(getNoticePreference, { params: { personId } })
  const may = useMay()
  return (
    <Panel
      title="告知方式"
      acts={
        <>
          <Link to={`/notices?person=${personId}`}>全部通知</Link>
          {may('notice.handle') ? (
            <Button
              onClick={() => {
                setEditing(true)
              }}
            >
              登记
            </Button>
          ) : null}
        </>
      }
    >
      <Answered of={found}>
        {(wish) => (
          <>
            <Facts facts={factsOf(wish)} />
            {editing ? (
              <PreferenceDialog
                personId={personId}
                wish={wish}
                onClose={() => {
                  setEditing(false)
                }}
              />
            ) : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function words(channels: readonly NoticeChannel[]): string {
  return channels.map((channel) => NOTICE_CHANNELS[channel]).join(' → ')
}

function factsOf(wish: PreferenceView) {
  return [
    { label: '先用', value: words(wish.preferred) || '按公司的顺序' },
    { label: '不要', value: words(wish.refused) || '没有' },
    { label: '微信', value: wish.hasWechat ? '已绑定' : '没有' },
    { label: '邮箱', value: wish.emailMasked || '没有' },
    {
      label: '同一户',
      value: wish.household.length
        ? wish.household.map((one) => (
            <Link key={one.personId} to={`/persons/${one.personId}`}>
              {one.name}{' '}
            </Link>
          ))
        : '—',
    },
  ]
}

type Values = {
  preferred: NoticeChannel[]
  refused: NoticeChannel[]
  wechatOpenId: string
  email: string
}

const machines = choicesOf(NOTICE_CHANNELS).filter(({ value }) => isNoticeChannel(value) && !isByHand(value))

type DialogProps = { personId: string; wish: PreferenceView; onClose: () => void }

function PreferenceDialog({ personId, wish, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const save = useCommand(saveNoticePreference)
  const onSave = async ({ wechatOpenId, email, ...rest }: Values): Promise<void> => {
    // An address left empty stays as it is.
    const body = { ...rest, ...(wechatOpenId ? { wechatOpenId } : {}), ...(email ? { email } : {}) }
    if (await save.run({ params: { personId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记告知方式"
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={{
        preferred: wish.preferred,
        refused: wish.refused,
        wechatOpenId: '',
        email: '',
      }}
      onClose={onClose}
      onSave={(values) => {
        void onSave(values)
      }}
      note="先用的渠道排在前面；都没有送到时，最后写信、上门。"
    >
      <Field name="preferred" label="先用哪些渠道（按顺序）">
        <Select mode="multiple" options={machines} />
      </Field>
      <Field name="refused" label="不要用的渠道">
        <Select mode="multiple" options={machines} />
      </Field>
      <Field name="wechatOpenId" label="微信编号（关注公众号后得到）" help={wish.hasWechat ? '已绑定；不填就不改' : ''}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="email" label="邮箱" help={wish.emailMasked ? `现在是 ${wish.emailMasked}；不填就不改` : ''}>
        <Input maxLength={200} inputMode="email" autoComplete="off" />
      </Field>
    </SaveDialog>
  )
}
