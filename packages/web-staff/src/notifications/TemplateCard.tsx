/** A template of letters or notices with its versions: write the next one, check the one that waits (NTF-01). */
import type { TemplateVersion } from '@anpei/contract/notifications'
import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useMay } from '../identity/index.ts'
import { Panel } from '../kit/index.ts'
import { TemplateCheck } from './TemplateCheck.tsx'
import { VersionHead } from './VersionHead.tsx'

type Props = {
  readonly title: string
  readonly versions: readonly TemplateVersion[]
  /** What a version says. */
  readonly shown: (version: TemplateVersion) => ReactNode
  /** `from`: what the next version begins as. */
  readonly editor: (from: TemplateVersion | undefined, onClose: () => void) => ReactNode
}

export function TemplateCard({ title, versions, shown, editor }: Props): ReactElement {
  const [editing, setEditing] = useState(false)
  const [checking, setChecking] = useState<TemplateVersion | null>(null)
  const [all, setAll] = useState(false)
  const may = useMay()
  const active = versions.find((one) => one.isActive)
  const open = versions.find((one) => one.state === 'draft' || one.state === 'proposed')
  const listed = all ? versions : versions.filter((one) => one === active || one === open)
  return (
    <Panel
      title={title}
      acts={
        <>
          {versions.length > listed.length || all ? (
            <Button
              onClick={() => {
                setAll(!all)
              }}
            >
              {all ? '收起旧版本' : `全部 ${versions.length} 个版本`}
            </Button>
          ) : null}
          {may('notice.template_edit') && open?.state !== 'proposed' ? (
            <Button
              onClick={() => {
                setEditing(true)
              }}
            >
              {open ? '改草稿' : '写新版本'}
            </Button>
          ) : null}
        </>
      }
    >
      {listed.map((one) => (
        <article key={one.version} className="nt-version">
          <VersionHead
            of={one}
            onCheck={() => {
              setChecking(one)
            }}
          >
            {shown(one)}
          </VersionHead>
        </article>
      ))}
      {editing
        ? editor(open ?? active, () => {
            setEditing(false)
          })
        : null}
      {checking ? (
        <TemplateCheck
          version={checking}
          onClose={() => {
            setChecking(null)
          }}
        />
      ) : null}
    </Panel>
  )
}
