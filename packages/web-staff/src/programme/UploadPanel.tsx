/** A roster file in; work goes on in the background (PRG-05). */
import { startImport } from '@anpei/contract/programme'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field } from '../kit/index.ts'
import { ImportUpload } from './roster/ImportUpload.tsx'

const KINDS = [
  { value: 'monthly', label: '月度全量（先列差异，确认后生效）' },
  { value: 'initial', label: '首次导入（名册为空时直接生效）' },
] as const

export function UploadPanel(): ReactElement {
  const start = useCommand(startImport)
  return (
    <ImportUpload
      title="导入新文件"
      label="花名册文件"
      note="有问题的行会列出原因，不影响其他行；同一文件再导一次不会有任何变化。已有名册时，变动由另一位同事确认后才生效。"
      asOf="名册截至"
      initial={{ kind: 'monthly' }}
      busy={start.busy}
      fault={start.fault}
      onStart={({ kind = 'monthly', ...values }, file) =>
        start.run({ body: { ...values, kind } }, [{ field: 'table', file, name: file.name }])
      }
    >
      <Field name="kind" label="种类" required wide>
        <Segmented options={[...KINDS]} />
      </Field>
    </ImportUpload>
  )
}
