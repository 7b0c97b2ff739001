/** An act that needs nothing but its reason. */
import type { markRequestSpecial, reopenRequest, RequestView, undoRequestMerge } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { ReasonDialog } from '../kit/index.ts'

type Props = {
  readonly request: RequestView
  readonly route: typeof markRequestSpecial | typeof reopenRequest | typeof undoRequestMerge
  readonly title: string
  readonly note: string
  readonly onClose: () => void
}

export function ReasonAct({ request, route, title, note, onClose }: Props): ReactElement {
  const command = useCommand(route)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={title}
      label="原因"
      max={500}
      okText={title}
      note={note}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
