/** One owed callback, asked at the door: who it is, the questions, what proves it; kept as it is written (SRV-09). */
import { App, Alert, Button, Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { FilePick, Panel } from '../../kit/index.ts'
import { AskedQuestion } from '../AskedQuestion.tsx'
import { CalleeFields, calleeOf, type CalleeValues } from '../CalleeFields.tsx'
import { useMe } from '../../identity/index.ts'
import { openPoints, type Talk } from './talk.ts'
import type { TalkActs } from './use-talks.ts'

const T = {
  willing: '客户愿意回答吗',
  yes: '愿意',
  no: '不愿接受回访',
  who: '核对身份：请客户自己说，至少对上两项；生日和证件后四位等有网络时由系统比对。',
  proof: '照片或录音（隔天才能交回的要有）',
  open: '还没问完：',
  done: '问完了，交回',
  waits: '回访已记好，等有网络时自动交回。',
  drop: '不交了，删除',
  sure: '删除后，这台设备上记下的回答就没有了。',
  keep: '留着',
  kept: '记下的内容随时保存在这台设备上。',
} as const
const WILLING = [
  { value: true, label: T.yes },
  { value: false, label: T.no },
]

export function DoorTalk({ talk, acts }: { talk: Talk; acts: TalkActs }): ReactElement {
  const { view, said, waits, refusal } = talk
  const { modal } = App.useApp()
  const title = `顺便回访：${view.occasionWord} ${view.about}`
  if (waits && refusal === null) {
    return (
      <Panel title={title}>
        <Alert type="success" showIcon title={T.waits} role="status" />
      </Panel>
    )
  }
  const drop = (): void => {
    void modal.confirm({ title: T.sure, okText: T.drop, cancelText: T.keep, onOk: () => acts.drop(talk) })
  }
  const open = openPoints(talk)
  return (
    <Panel title={title}>
      <div className="ap-stack">
        {refusal === null ? null : <Alert type="error" showIcon title={refusal} role="alert" />}
        <Form.Item label={T.willing} layout="vertical">
          <Radio.Group
            options={WILLING}
            value={said.willing}
            onChange={(event) => acts.write(talk, { willing: event.target.value === true })}
          />
        </Form.Item>
        {said.willing ? <Asked talk={talk} acts={acts} /> : null}
        <FilePick
          label={T.proof}
          icon="camera"
          accept="image/*,audio/*"
          many
          files={said.files}
          onFiles={(files) => acts.write(talk, { files: [...said.files, ...files] })}
        />
        {open.length > 0 ? <p className="ap-muted">{`${T.open}${open.join('；')}`}</p> : null}
        <p className="ap-muted">{T.kept}</p>
        <div className="ap-row">
          <Button type="primary" size="large" disabled={open.length > 0} onClick={() => void acts.handIn(talk)}>
            {T.done}
          </Button>
          {talk.at === null ? null : <Button onClick={drop}>{T.drop}</Button>}
        </div>
      </div>
    </Panel>
  )
}

function Asked({ talk, acts }: { talk: Talk; acts: TalkActs }): ReactElement {
  const { view, said } = talk
  const { who, drafts, accident } = said
  const [form] = Form.useForm<CalleeValues>()
  const caller = useMe().shown?.name ?? ''
  const { script } = view
  return (
    <>
      <p className="ap-muted">{T.who}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...who, heard: [...who.heard], birthOn: who.birthOn ?? '' }}
        onValuesChange={(_changed: Partial<CalleeValues>, values: CalleeValues) => {
          acts.write(talk, { who: calleeOf(values) })
        }}
      >
        <CalleeFields callback={view} callee={who.callee} />
      </Form>
      <p className="cb-say">{script.opening.replace('{caller}', caller)}</p>
      {script.questions.map((question) => (
        <AskedQuestion
          key={question.code}
          question={question}
          draft={drafts[question.code]}
          accident={accident}
          onDraft={(draft) => acts.write(talk, { drafts: { ...drafts, [question.code]: draft } })}
          onAccident={(next) => acts.write(talk, { accident: next })}
        />
      ))}
      <p className="cb-say">{script.closing}</p>
    </>
  )
}
