/** The code, to be handed over: it is shown once and can be found nowhere afterwards (CMP-12). */
import { spacedCode } from '@anpei/domain/complaints'
import { Alert, Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { PageHead } from '../../kit/index.ts'

export function CodeShown({ title, code }: { title: string; code: string }): ReactElement {
  const navigate = useNavigate()
  return (
    <div className="ap-stack">
      <PageHead title={title} note="您也不能再查看它。" />
      <Alert
        type="success"
        showIcon
        title={<span className="ap-num cm-code">{spacedCode(code)}</span>}
        description="请现在抄给或念给举报人。系统不保存查询码，离开本页后谁也查不到。举报人凭它在“我要举报”里看进展、补充情况。"
      />
      <Button onClick={() => void navigate('/')}>已交给举报人，离开</Button>
    </div>
  )
}
