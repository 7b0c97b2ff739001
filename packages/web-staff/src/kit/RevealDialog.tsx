/** Asks why somebody wants to see what is masked; the look and the reason stand in the audit log (CUS-08). */
import type { ReactElement } from 'react'
import { ReasonDialog } from './ReasonDialog.tsx'

type Props = {
  readonly title: string
  readonly label?: string
  readonly okText?: string
  readonly busy: boolean
  readonly fault: Error | null
  readonly onClose: () => void
  readonly onAsk: (reason: string) => void
}

export function RevealDialog(props: Props): ReactElement {
  const { title, label = '为什么要看', okText = '查看', busy, fault, onClose, onAsk } = props
  return (
    <ReasonDialog
      title={title}
      label={label}
      okText={okText}
      busy={busy}
      fault={fault}
      max={200}
      note="这次查看和理由会记入审计日志。"
      onClose={onClose}
      onSave={onAsk}
    />
  )
}
