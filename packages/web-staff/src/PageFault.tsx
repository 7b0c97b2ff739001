/** A page that broke or could not be loaded says so and offers a way on; the rest of the workbench stays. */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useRouteError } from 'react-router'
import { Empty, PageHead, Panel } from './kit/index.ts'

export function PageFault(): ReactElement {
  const fault = useRouteError()
  const text = fault instanceof Error ? fault.message : ''
  const reload = (
    <Button
      type="primary"
      onClick={() => {
        window.location.reload()
      }}
    >
      重新加载
    </Button>
  )
  return (
    <Panel title="这一页没有打开">
      <Empty act={reload}>
        页面出错或没有下载完整，您填写的其他内容不受影响。
        <br />
        <small>{text}</small>
      </Empty>
    </Panel>
  )
}

export function NotFound(): ReactElement {
  return (
    <>
      <PageHead title="没有这个页面" />
      <Panel>
        <Empty act={<Link to="/">回到我的工作</Link>}>地址可能写错了。</Empty>
      </Panel>
    </>
  )
}
