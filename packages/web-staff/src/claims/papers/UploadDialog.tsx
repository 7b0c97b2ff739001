/** Several files at once, each with the document it is; sent together, kept on screen until they have arrived. */
import { addPapers, type ClaimView } from '@anpei/contract/claims'
import type { BroughtBy } from '@anpei/contract/customers'
import { CHANNELS, type Channel } from '@anpei/domain/claims'
import { Button, Modal, Select } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, FaultNote, Icon, InstantInput, useAskToClose, useFocusBack } from '../../kit/index.ts'
import { bytesText, instantOfInput } from '../../kernel/index.ts'
import { BroughtByPick, isSaid } from './BroughtByPick.tsx'

export type Staged = { readonly file: File; readonly code: string | null }

const MOST_FILES = 20
const MOST_BYTES = 8 * 1024 * 1024

const T = {
  title: '收取资料',
  send: '上传',
  choose: '选择文件',
  camera: '拍照',
  what: '这是什么资料',
  channel: '怎样送来',
  received: '收到时间（不是现在才填）',
  receivedThen: '收到时间（照来信的时间，不用填）',
  rules: '照片或 PDF，每个不超过 8 MB，一次最多 20 个。文字要清楚，四角要拍全。',
  none: '还没有选文件。',
  big: '超过 8 MB，请缩小后再传',
  remove: '去掉',
} as const

type Props = {
  claim: ClaimView
  /** How and when they came, where that is known. */
  came?: { readonly channel: Channel; readonly at: string; readonly fileId: string }
  staged: readonly Staged[]
  onStaged: (staged: readonly Staged[]) => void
  onClose: () => void
}

export function UploadDialog({ claim, came, staged, onStaged, onClose }: Props): ReactElement {
  useFocusBack()
  const command = useCommand(addPapers)
  const [channel, setChannel] = useState<Channel>(came?.channel ?? 'counter')
  const [received, setReceived] = useState('')
  const [broughtBy, setBroughtBy] = useState<BroughtBy>({ who: 'self' })
  const closing = useAskToClose(staged.map(({ file }) => file.name).join('/'), onClose)
  const ready = isSaid(broughtBy) && isWhole(staged)
  const send = async (): Promise<void> => {
    const files = staged.map(({ file, code }) => ({ field: `file:${code ?? ''}`, file, name: file.name }))
    const receivedAt = instantOfInput(received) ?? came?.at ?? null
    const body = { channel, receivedAt, broughtBy, ...(came ? { takenFrom: came.fileId } : {}) }
    if (await command.run({ params: { claimId: claim.id }, body }, files)) onClose()
  }
  const add = (files: FileList | null): void => {
    onStaged([...staged, ...Array.from(files ?? [], (file) => ({ file, code: null }))])
  }
  const change = (at: number, next: Staged | null): void => {
    onStaged(staged.flatMap((one, index) => (index !== at ? [one] : next === null ? [] : [next])))
  }
  return (
    <Modal
      open
      title={T.title}
      width={720}
      okText={T.send}
      {...closing}
      onOk={() => {
        void send()
      }}
      confirmLoading={command.busy}
      okButtonProps={{ disabled: !ready }}
      mask={{ closable: false }}
    >
      <FaultNote fault={command.fault} />
      <div className="ap-row ap-upload-bar">
        <Choosers onFiles={add} />
        <span className="ap-muted ap-small">{T.rules}</span>
      </div>
      {staged.length === 0 ? (
        <p className="ap-drop">{T.none}</p>
      ) : (
        <ul className="ap-staged">
          {staged.map((one, index) => (
            <StagedRow
              key={`${one.file.name}${index}`}
              one={one}
              claim={claim}
              onChange={(next) => {
                change(index, next)
              }}
            />
          ))}
        </ul>
      )}
      <div className="ap-fields">
        <label className="ap-label">
          {T.channel}
          <Select<Channel> value={channel} options={choicesOf(CHANNELS)} onChange={setChannel} />
        </label>
        <label className="ap-label">
          {came ? T.receivedThen : T.received}
          <InstantInput value={received} onChange={setReceived} />
        </label>
      </div>
      <BroughtByPick personId={claim.personId} value={broughtBy} onChange={setBroughtBy} />
    </Modal>
  )
}

function isWhole(staged: readonly Staged[]): boolean {
  const every = staged.every(({ file, code }) => code !== null && file.size <= MOST_BYTES)
  return every && staged.length > 0 && staged.length <= MOST_FILES
}

function Choosers({ onFiles }: { onFiles: (files: FileList | null) => void }): ReactElement {
  const files = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,application/pdf"
        aria-label={T.choose}
        onChange={(event) => {
          onFiles(event.target.files)
          event.target.value = ''
        }}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={T.camera}
        onChange={(event) => {
          onFiles(event.target.files)
          event.target.value = ''
        }}
      />
      <Button
        icon={<Icon name="upload" />}
        onClick={() => {
          files.current?.click()
        }}
      >
        {T.choose}
      </Button>
      <Button
        icon={<Icon name="camera" />}
        onClick={() => {
          camera.current?.click()
        }}
      >
        {T.camera}
      </Button>
    </>
  )
}

type RowProps = { one: Staged; claim: ClaimView; onChange: (next: Staged | null) => void }

function StagedRow({ one, claim, onChange }: RowProps): ReactElement {
  const tooBig = one.file.size > MOST_BYTES
  const options = claim.documents.map((item) => ({ value: item.code, label: item.title }))
  return (
    <li>
      <span className="ap-staged-name">
        {one.file.name}
        <small className={tooBig ? 'ap-bad' : ''}>
          {tooBig ? `${bytesText(one.file.size)}，${T.big}` : bytesText(one.file.size)}
        </small>
      </span>
      <Select<string>
        aria-label={T.what}
        placeholder={T.what}
        value={one.code}
        options={options}
        popupMatchSelectWidth={false}
        status={one.code === null ? 'warning' : ''}
        onChange={(code) => {
          onChange({ ...one, code })
        }}
      />
      <Button
        type="text"
        aria-label={`${T.remove} ${one.file.name}`}
        icon={<Icon name="cross" />}
        onClick={() => {
          onChange(null)
        }}
      />
    </li>
  )
}
