/** Templates: what speaks now, drafts, and what waits for a second person (NTF-01). */
import { listNoticeTemplates, type TemplateVersion } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Panel } from '../kit/index.ts'
import { TemplateCheck } from './TemplateCheck.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { VersionHead } from './VersionHead.tsx'

type Template = Answer<typeof listNoticeTemplates>['templates'][number]

export function Templates(): ReactElement {
  const found = useCall(listNoticeTemplates, {}, { everySeconds: 30 })
  return (
    <Answered of={found}>
      {({ templates }) => (
        <div className="nt-templates">
          {templates.map((one) => (
            <TemplateCard key={one.name} template={one} />
          ))}
        </div>
      )}
    </Answered>
  )
}

function TemplateCard({ template }: { template: Template }): ReactElement {
  const [editing, setEditing] = useState(false)
  const [checking, setChecking] = useState<TemplateVersion | null>(null)
  const [all, setAll] = useState(false)
  const may = useMay()
  const active = template.versions.find((one) => one.isActive)
  const open = template.versions.find((one) => one.state === 'draft' || one.state === 'proposed')
  const shown = all ? template.versions : template.versions.filter((one) => one === active || one === open)
  return (
    <Panel
      title={template.title}
      acts={
        <>
          {template.versions.length > shown.length || all ? (
            <Button
              onClick={() => {
                setAll(!all)
              }}
            >
              {all ? '收起旧版本' : `全部 ${template.versions.length} 个版本`}
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
      {shown.map((one) => (
        <Version
          key={one.version}
          of={one}
          onCheck={() => {
            setChecking(one)
          }}
        />
      ))}
      {editing ? (
        <TemplateEditor
          template={template}
          from={open ?? active}
          onClose={() => {
            setEditing(false)
          }}
        />
      ) : null}
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

function Version({ of, onCheck }: { of: TemplateVersion; onCheck: () => void }): ReactElement {
  return (
    <article className="nt-version">
      <VersionHead of={of} onCheck={onCheck}>
        <p className="nt-text">{of.text}</p>
        {of.voice === null ? null : <p className="ap-small">电话里说：{of.voice}</p>}
      </VersionHead>
    </article>
  )
}
