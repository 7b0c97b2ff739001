/** Opens a letter's wording as PDF, told with an invented case (NTF-01). */
import { previewLetterTemplate, type LetterWording } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { isLetterKind, LETTER_TITLES } from '@anpei/domain/notifications'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, saveFile } from '../kit/index.ts'

type Props = { name: Input<typeof previewLetterTemplate>['params']['name']; wording: LetterWording }

export function LetterSample({ name, wording }: Props): ReactElement {
  const preview = useCommand(previewLetterTemplate)
  const open = async (): Promise<void> => {
    const file: unknown = await preview.run({ params: { name }, body: wording })
    if (file instanceof Blob && isLetterKind(name)) saveFile(file, `样例-${LETTER_TITLES[name]}.pdf`)
  }
  return (
    <>
      <Button size="small" loading={preview.busy} onClick={() => void open()}>
        样例 PDF
      </Button>
      <FaultNote fault={preview.fault} />
    </>
  )
}
