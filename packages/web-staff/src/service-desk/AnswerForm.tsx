/** The answer: by which channel, its words with hints beside them, files, and sending; it warns and never blocks. */
import type { RequestView } from '@anpei/contract/service-desk'
import { REQUEST_CHANNELS, type ChannelName, type WordingHint } from '@anpei/domain/service-desk'
import { App, Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { FaultNote, FilePick, Icon, InstantInput, useHotkeys } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { needsRepeatReason, SAID_CHANNELS } from './answer.ts'
import { useAnswer } from './use-answer.ts'
import type { Draft } from './use-draft.ts'
import { WordingHints } from './WordingHints.tsx'
import { WordingPicker } from './WordingPicker.tsx'

const FIELD = 'dk-answer'

export function AnswerForm({ request, draft }: { request: RequestView; draft: Draft }): ReactElement {
  const { modal } = App.useApp()
  const answer = useAnswer(request, draft)
  const { said, hints } = answer
  useHotkeys({ r: () => document.querySelector<HTMLElement>(`#${FIELD}`)?.focus() })
  const ask = (): void => {
    if (hints.length === 0) void answer.send()
    else void modal.confirm(confirmOf(hints, () => answer.send()))
  }
  return (
    <>
      <FaultNote fault={answer.fault} />
      <Input.TextArea
        id={FIELD}
        aria-label={said ? '已告知客户的内容' : '给客户的答复'}
        placeholder={said ? '记下已经告诉客户的话（r 开始写）' : '写给客户的话（r 开始写，Ctrl+Enter 发送）'}
        value={draft.text}
        maxLength={10_000}
        autoSize={{ minRows: 3, maxRows: 12 }}
        onChange={(event) => {
          draft.setText(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || draft.text.trim() === '') return
          event.preventDefault()
          ask()
        }}
      />
      <WordingHints hints={hints} />
      {needsRepeatReason(request) ? (
        <Input
          aria-label="再次答复的原因"
          placeholder="答复过又回来的：说明这次为什么再答（如：补充材料、上次没说清）"
          value={answer.repeatReason}
          maxLength={300}
          onChange={(event) => {
            answer.set({ repeatReason: event.target.value })
          }}
        />
      ) : null}
      <div className="dk-send">
        <ChannelPick request={request} channel={answer.channel} onChannel={(channel) => answer.set({ channel })} />
        {said ? <InstantInput value={answer.saidAt} onChange={(saidAt) => answer.set({ saidAt })} /> : null}
        <WordingPicker
          requestId={request.id}
          kind={request.kind}
          onPick={(wording, text) => {
            answer.set({ wording })
            draft.add(text)
          }}
        />
        <FilePick
          label="附件"
          many
          files={answer.files}
          onFiles={(more) => answer.set({ files: [...answer.files, ...more] })}
        />
        <span className="dk-out">
          <DraftState draft={draft} request={request} />
          <Button type="primary" loading={answer.busy} disabled={draft.text.trim() === ''} onClick={ask}>
            {said ? '记下答复' : '发送'}
          </Button>
        </span>
      </div>
    </>
  )
}

type ChannelProps = { request: RequestView; channel: ChannelName; onChannel: (channel: ChannelName) => void }

/** What can be sent goes out by itself; what was said by telephone or face to face is written down. */
function ChannelPick({ request, channel, onChannel }: ChannelProps): ReactElement {
  const sent = request.answerBy
    .filter((one) => !SAID_CHANNELS.includes(one.channel))
    .map((one) => ({ value: one.channel, label: `${one.word} ${one.to}`.trim() }))
  const told = SAID_CHANNELS.map((one) => ({ value: one, label: `${REQUEST_CHANNELS[one]}（已告知）` }))
  return (
    <Select<ChannelName>
      aria-label="用什么渠道答复"
      value={channel}
      options={[...sent, ...told]}
      popupMatchSelectWidth={false}
      onChange={onChannel}
    />
  )
}

const STATES = { empty: '', saving: '正在保存草稿…', saved: '草稿已保存', failed: '草稿没有存上，请检查网络' } as const

function DraftState({ draft, request }: { draft: Draft; request: RequestView }): ReactElement {
  const at = request.draft === null || draft.state !== 'saved' ? '' : ` ${instantText(request.draft.savedAt)}`
  return (
    <small className={draft.state === 'failed' ? 'ap-bad' : 'ap-muted'} role="status">
      {draft.state === 'saved' ? <Icon name="check" size={13} /> : null} {STATES[draft.state]}
      {at}
    </small>
  )
}

function confirmOf(hints: readonly WordingHint[], onOk: () => Promise<void>) {
  return {
    title: `有 ${hints.length} 处用语可以再看一看`,
    content: <WordingHints hints={hints} />,
    okText: '就这样发',
    cancelText: '回去改',
    onOk,
  }
}
