/** Letter templates: what speaks now, drafts, and what waits for a second person (NTF-01). */
import { listLetterTemplates, type TemplateVersion } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Panel } from '../kit/index.ts'
import { LetterEditor } from './LetterEditor.tsx'
import { LetterSample } from './LetterSample.tsx'
import { TemplateCheck } from './TemplateCheck.tsx'
import { VersionHead } from './VersionHead.tsx'

type Template = Answer<typeof listLetterTemplates>['templates'][number]

export function LetterTemplates(): ReactElement {
  const found = useCall(listLetterTemplates, {}, { everySeconds: 30 })
  return (
    <Answered of={found}>
      {({ templates }) => (
        <div className="nt-templates">
          {templates.map((one) => (
            <LetterCard key={one.name} template={one} />
          ))}
        </div>
      )}
    </Answered>
  )
}

function LetterCard({ template }: { template: Template }): ReactElement {
  const [editing, setEditing] = useState(false)
  const [checking, setChecking] = useState<TemplateVersion | null>(null)
  const may = useMay()
  const active = template.versions.find((one) => one.isActive)
  const open = template.versions.find((one) => one.state === 'draft' || one.state === 'proposed')
  const from = open ?? active
  return (
    <Panel
      title={template.title}
      acts={
        may('notice.template_edit') && open?.state !== 'proposed' ? (
          <Button
            onClick={() => {
              setEditing(true)
            }}
          >
            {open ? '改草稿' : '写新版本'}
          </Button>
        ) : null
      }
    >
      {template.versions.map((one) => (
        <article key={one.version} className="nt-version">
          <VersionHead
            of={one}
            onCheck={() => {
              setChecking(one)
            }}
          >
            {one.wording ? <LetterSample name={template.name} wording={one.wording} /> : null}
          </VersionHead>
        </article>
      ))}
      {editing && from?.wording ? (
        <LetterEditor
          template={template}
          from={from.wording}
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
