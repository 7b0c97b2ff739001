/** SRV-09: over every page while there is no network: what can be done without one. */
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useOnline } from '../kit/index.ts'

const T = {
  off: '现在没有网络。能办理的是',
  route: '保存在这台设备上的上门',
  rest: '，其他页面等网络恢复后再用。',
} as const

export function OfflineBar(): ReactElement | null {
  return useOnline() ? null : (
    <Alert
      banner
      type="warning"
      title={
        <>
          {T.off}
          <Link to="/visit-route">{T.route}</Link>
          {T.rest}
        </>
      }
    />
  )
}
