/** Buttons for the recordings and photos that prove something (CBK-02). */
import type { CallbackView } from '@anpei/contract/callbacks'
import { Button } from 'antd'
import type { ReactElement } from 'react'

type Props = {
  readonly files: CallbackView['attempts'][number]['files']
  readonly open: (fileId: string) => void
}

export function EvidenceFiles({ files, open }: Props): ReactElement {
  return (
    <>
      {files.map((file, index) => (
        <Button key={file.id} size="small" onClick={() => open(file.id)}>
          {file.mediaType.startsWith('audio/') ? '听录音' : `看凭证${files.length > 1 ? index + 1 : ''}`}
        </Button>
      ))}
    </>
  )
}
