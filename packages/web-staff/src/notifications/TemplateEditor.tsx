/** Writes the next version of a template, with its preview in every form beside it (NTF-01). */
import {
  proposeNoticeTemplate,
  saveNoticeTemplate,
  type listNoticeTemplates,
  type TemplateVersion,
} from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { App, Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Tag } from '../kit/index.ts'
import { TemplatePreview } from './TemplatePreview.tsx'

type Props = {
  template: Answer<typeof listNoticeTemplates>['templates'][number]
  from: TemplateVersion | undefined
  onClose: () => void
}

export function TemplateEditor({ template, from, onClose }: Props): ReactElement {
  const { message } = App.useApp()
  const [text, setText] = useState(from?.text ?? '')
  const [voice, setVoice] = useState(from?.voice ?? '')
  const save = useCommand(saveNoticeTemplate)
  const propose = useCommand(proposeNoticeTemplate)
  const onSave = async (proposes: boolean): Promise<void> => {
    const saved = await save.run({ params: { name: template.name }, body: { text, voice } })
    if (!saved?.id) return
    if (proposes && !(await propose.run({ params: { templateId: saved.id } }))) return
    void message.success(proposes ? '已提交，等另一个人复核' : '草稿已保存')
    onClose()
  }
  return (
    <Modal
      title={`${template.title}：新版本`}
      open
      width={860}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button loading={save.busy} onClick={() => void onSave(false)}>
            保存草稿
          </Button>
          <Button type="primary" loading={save.busy || propose.busy} onClick={() => void onSave(true)}>
            提交复核
          </Button>
        </>
      }
    >
      <FaultNote fault={save.fault ?? propose.fault} />
      <p className="ap-small">
        可用的变量：
        {template.variables.map((name) => (
          <Tag key={name} tone={template.must.includes(name) ? 'amber' : 'plain'}>
            {`{${name}}`}
          </Tag>
        ))}
        （黄色的必须写上）
      </p>
      <label className="nt-field">
        短信、微信、邮件和信里的话
        <Input.TextArea
          value={text}
          maxLength={134}
          showCount
          autoSize={{ minRows: 3, maxRows: 6 }}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
      </label>
      <label className="nt-field">
        电话里说的话（空着就照上面的念）
        <Input.TextArea
          value={voice}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={(event) => {
            setVoice(event.target.value)
          }}
        />
      </label>
      <TemplatePreview name={template.name} text={text} voice={voice} />
    </Modal>
  )
}
