/** A template's version in one line: number, state, since when, who wrote and who checked it (NTF-01). */
import type { TemplateVersion } from '@anpei/contract/notifications'
import { Button } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Props = { of: TemplateVersion; onCheck: () => void; children: ReactNode }

export function VersionHead({ of, onCheck, children }: Props): ReactElement {
  return (
    <>
      <div className="ap-row">
        <strong>第 {of.version} 版</strong>
        <Tag tone={of.isActive ? 'green' : of.state === 'proposed' ? 'amber' : 'grey'}>
          {of.isActive ? '正在使用' : of.stateWord}
        </Tag>
        {of.activeFrom === null ? null : <span className="ap-small">{instantText(of.activeFrom)} 起</span>}
        {of.can.includes('check') ? (
          <Button size="small" type="primary" onClick={onCheck}>
            复核
          </Button>
        ) : null}
      </div>
      {children}
      {of.madeBy === null ? null : (
        <p className="ap-muted ap-small">
          {of.madeBy} 起草{of.checkedBy === null ? '' : `，${of.checkedBy} 复核`}
          {of.comment === '' ? '' : `：${of.comment}`}
        </p>
      )}
    </>
  )
}
