/** What became of the callbacks that went out while the page was open. */
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import type { SentSoFar } from './use-talks.ts'

export function SentTalks({ sent: { made, beside } }: { sent: SentSoFar }): ReactElement | null {
  const said = [
    ...(made > 0 ? [`已交回 ${made} 件回访。`] : []),
    ...(beside > 0 ? [`${beside} 件在您上门期间同事已在办，您问到的已存到系统，由另一位同事选定。`] : []),
  ]
  return said.length > 0 ? <Alert type="success" showIcon title={said.join('')} role="status" /> : null
}
