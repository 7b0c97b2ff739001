/** A second person looks at a template and lets it speak, at once or from a later moment, or gives it back (NTF-01). */
import { checkNoticeTemplate, type TemplateVersion } from '@anpei/contract/notifications'
import { isLetterKind, isNoticeTemplate } from '@anpei/domain/notifications'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import { LetterWords } from './LetterWords.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'

type Values = { approved: boolean; activeFrom?: string; comment: string }

export function TemplateCheck({ version, onClose }: { version: TemplateVersion; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const check = useCommand(checkNoticeTemplate)
  const save = async ({ approved, activeFrom, comment }: Values): Promise<void> => {
    const body = { approved, activeFrom: activeFrom ? instantOfInput(activeFrom) : null, comment }
    if (version.id && (await check.run({ params: { templateId: version.id }, body }))) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`复核第 ${version.version} 版`}
      open
      okText="登记"
      width={860}
      busy={check.busy}
      fault={check.fault}
      form={form}
      initial={{ approved: true, comment: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {isNoticeTemplate(version.name) ? (
        <TemplatePreview name={version.name} text={version.text} voice={version.voice ?? ''} />
      ) : null}
      {isLetterKind(version.name) && version.wording ? <LetterWords of={version.wording} name={version.name} /> : null}
      <Field name="approved" label="结论" required>
        <Radio.Group
          options={[
            { value: true, label: '通过' },
            { value: false, label: '退回重写' },
          ]}
        />
      </Field>
      <Field name="activeFrom" label="启用时间" help="空着：通过后马上启用">
        <InstantInput />
      </Field>
      <Field name="comment" label="意见">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}
