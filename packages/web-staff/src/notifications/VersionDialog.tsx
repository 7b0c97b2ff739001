/** The next version of a template or letter: kept as a draft, or put before a second person at once (NTF-01). */
import { proposeNoticeTemplate } from '@anpei/contract/notifications'
import { App, Button, Modal } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Tag, useAskToClose, useFocusBack } from '../kit/index.ts'

type Props = {
  readonly title: string
  readonly variables: readonly string[]
  readonly must?: readonly string[]
  readonly busy: boolean
  readonly fault: Error | null
  /** What closing would lose. */
  readonly written: string
  /** Answers the draft's id when it was kept. */
  readonly onSave: () => Promise<string | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function VersionDialog(props: Props): ReactElement {
  const { title, variables, must = [], busy, fault, written, onSave, onClose } = props
  const { message } = App.useApp()
  const propose = useCommand(proposeNoticeTemplate)
  const closing = useAskToClose(written, onClose)
  useFocusBack()
  const save = async (proposes: boolean): Promise<void> => {
    const templateId = await onSave()
    if (templateId === null) return
    if (proposes && !(await propose.run({ params: { templateId } }))) return
    void message.success(proposes ? '已提交，等另一个人复核' : '草稿已保存')
    onClose()
  }
  return (
    <Modal
      title={`${title}：新版本`}
      open
      width={860}
      onCancel={closing.onCancel}
      mask={{ closable: false }}
      footer={closing.footer(
        <>
          <Button onClick={closing.onCancel}>{closing.cancelText}</Button>
          <Button loading={busy} onClick={() => void save(false)}>
            保存草稿
          </Button>
          <Button type="primary" loading={busy || propose.busy} onClick={() => void save(true)}>
            提交复核
          </Button>
        </>,
      )}
    >
      <FaultNote fault={fault ?? propose.fault} />
      <p className="ap-small">
        可用的变量：
        {variables.map((name) => (
          <Tag key={name} tone={must.includes(name) ? 'amber' : 'plain'}>
            {`{${name}}`}
          </Tag>
        ))}
        {must.length === 0 ? null : '（黄色的必须写上）'}
      </p>
      {props.children}
    </Modal>
  )
}
