/** The record of a visit: checklist, place, witnesses, photos, signature, result; kept as it is written (SRV-09). */
import type { HandedIn } from '@anpei/contract/visits'
import { photoMissing, VISIT_RESULTS } from '@anpei/domain/visits'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { present } from '../kernel/index.ts'
import { choicesOf, Field, Panel, SignaturePad } from '../kit/index.ts'
import { PhotoPick } from './PhotoPick.tsx'
import type { Change } from './pocket-keeper.ts'
import type { Pocketed, VisitDraft } from './pocket.ts'
import { Thumbs } from './Thumbs.tsx'

const T = {
  list: '清单',
  place: '地点',
  witness: '见证人（姓名、电话、说了什么）',
  photos: '照片',
  noPhoto: '请至少拍一张现场照片再交回。',
  sign: '请客户在这里签字',
  signer: '签字人',
  wipe: '重签',
  signature: '签字',
  signed: '签字已保存在这台设备上，要换请点“重签”再签一次。',
  result: '结果',
  note: '备注',
  handIn: '交回记录',
  kept: '填写的内容随时保存在这台设备上。',
} as const
const YES_NO = { yes: '是', no: '否' } as const

type Props = {
  readonly held: Pocketed
  readonly change: Change
  readonly onHandIn: (draft: Partial<VisitDraft>) => Promise<void>
}
type Values = {
  answers: Record<string, string>
  place: string
  witness: { name: string; phone: string; said: string }
  signedBy: string
  result: HandedIn['result'] | null
  note: string
}

export function VisitForm({ held, change, onHandIn }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const result: unknown = Form.useWatch('result', form)
  const { draft, view, photos } = held
  const initial: Values = {
    answers: { ...draft.answers },
    place: draft.place,
    witness: { name: '', phone: '', said: '', ...draft.witnesses[0] },
    signedBy: draft.signedBy,
    result: draft.result,
    note: draft.note,
  }
  const met = result !== 'nobody_home'
  const [unproved, setUnproved] = useState(false)
  const taken = photos.length + view.papers.filter((paper) => paper.code === 'visit_photo').length
  const noPhoto = met && photoMissing({ kind: view.kind, photos: taken })
  const handIn = (values: Values): void => {
    setUnproved(noPhoto)
    if (noPhoto) return
    const now = present().toISOString()
    void onHandIn({ ...draftOf(values), arrivedAt: draft.arrivedAt ?? now, finishedAt: now })
  }
  return (
    <Form
      form={form}
      layout="vertical"
      className="ap-stack"
      initialValues={initial}
      scrollToFirstError
      onValuesChange={(_changed: Partial<Values>, values: Values) => {
        void change({ draft: draftOf(values) })
      }}
      onFinish={handIn}
    >
      <Panel title={T.result}>
        <Field name="result" label={T.result} required>
          <Radio.Group options={choicesOf(VISIT_RESULTS)} vertical />
        </Field>
      </Panel>
      {met ? <Checklist view={view} /> : null}
      <Panel title={T.photos}>
        <PhotoPick change={change} />
        <Thumbs photos={photos} onDrop={(next) => void change({ photos: next })} />
        {unproved && noPhoto ? <Alert type="error" showIcon title={T.noPhoto} role="alert" /> : null}
      </Panel>
      {met ? (
        <Panel title={T.signature}>
          <Field name="signedBy" label={T.signer}>
            <Input maxLength={40} />
          </Field>
          {held.signature ? <p className="ap-muted">{T.signed}</p> : null}
          <SignaturePad label={T.sign} wipe={T.wipe} onChange={(signature) => void change({ signature })} />
        </Panel>
      ) : null}
      <Panel>
        <Field name="note" label={T.note}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Field>
        <p className="ap-muted">{T.kept}</p>
        <Button type="primary" size="large" htmlType="submit" block>
          {T.handIn}
        </Button>
      </Panel>
    </Form>
  )
}

function Checklist({ view }: { view: Pocketed['view'] }): ReactElement {
  return (
    <Panel title={T.list}>
      {view.checklist.items.map((item) => (
        <Field key={item.code} name={['answers', item.code]} label={item.text} required={item.must}>
          {item.answer === 'yes_no' ? (
            <Radio.Group options={choicesOf(YES_NO)} />
          ) : (
            <Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} />
          )}
        </Field>
      ))}
      <Field name="place" label={T.place} required={view.kind === 'on_site'}>
        <Input maxLength={200} />
      </Field>
      <Form.Item label={T.witness}>
        <div className="ap-stack">
          <Form.Item name={['witness', 'name']} noStyle>
            <Input maxLength={40} placeholder="姓名" aria-label="见证人姓名" />
          </Form.Item>
          <Form.Item name={['witness', 'phone']} noStyle>
            <Input maxLength={30} placeholder="电话" aria-label="见证人电话" inputMode="tel" />
          </Form.Item>
          <Form.Item name={['witness', 'said']} noStyle>
            <Input maxLength={500} placeholder="说了什么" aria-label="见证人说了什么" />
          </Form.Item>
        </div>
      </Form.Item>
    </Panel>
  )
}

function draftOf(values: Values): Partial<VisitDraft> {
  const { witness, answers } = values
  const given = Object.entries(answers ?? {}).filter(([, answer]) => typeof answer === 'string' && answer.trim() !== '')
  return {
    answers: Object.fromEntries(given),
    place: values.place ?? '',
    witnesses: witness?.name?.trim()
      ? [{ name: witness.name, phone: witness.phone ?? '', said: witness.said ?? '' }]
      : [],
    signedBy: values.signedBy ?? '',
    result: values.result ?? null,
    note: values.note ?? '',
  }
}
