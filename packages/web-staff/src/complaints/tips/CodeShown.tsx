/** The code, to be handed over: it is shown once and can be found nowhere afterwards (CMP-12). */
import { spacedCode } from '@anpei/domain/complaints'
import { Alert } from 'antd'
import type { ReactElement } from 'react'

export function CodeShown({ code }: { code: string }): ReactElement {
  return (
    <Alert
      type="success"
      showIcon
      title={<span className="ap-num cm-code">{spacedCode(code)}</span>}
      description="请现在抄给或念给举报人。系统不保存查询码，离开本页后谁也查不到。举报人凭它在“我要举报”里看进展、补充情况。"
    />
  )
}
