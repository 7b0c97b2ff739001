/** Writes the next version of a template, with its preview in every form beside it (NTF-01). */
import { saveNoticeTemplate, type listNoticeTemplates, type TemplateVersion } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { writtenIn } from '../kit/index.ts'
import { TemplatePreview } from './TemplatePreview.tsx'
import { VersionDialog } from './VersionDialog.tsx'

type Props = {
  template: Answer<typeof listNoticeTemplates>['templates'][number]
  from: TemplateVersion | undefined
  onClose: () => void
}

export function TemplateEditor({ template, from, onClose }: Props): ReactElement {
  const [text, setText] = useState(from?.text ?? '')
  const [voice, setVoice] = useState(from?.voice ?? '')
  const save = useCommand(saveNoticeTemplate)
  const onSave = async (): Promise<string | null> =>
    (await save.run({ params: { name: template.name }, body: { text, voice } }))?.id ?? null
  return (
    <VersionDialog
      title={template.title}
      variables={template.variables}
      must={template.must}
      busy={save.busy}
      fault={save.fault}
      written={writtenIn({ text: from?.text, voice: from?.voice }, { text, voice })}
      onSave={onSave}
      onClose={onClose}
    >
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
    </VersionDialog>
  )
}
