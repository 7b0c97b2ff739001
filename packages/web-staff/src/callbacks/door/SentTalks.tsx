/** How many callbacks went out while the page was open. */
import { Alert } from 'antd'
import type { ReactElement } from 'react'

export function SentTalks({ sent }: { sent: number }): ReactElement | null {
  return sent > 0 ? <Alert type="success" showIcon title={`已交回 ${sent} 件回访。`} role="status" /> : null
}
