/** Templates: what speaks now, drafts, and what waits for a second person (NTF-01). */
import { listNoticeTemplates } from '@anpei/contract/notifications'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered } from '../kit/index.ts'
import { TemplateCard } from './TemplateCard.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'

export function Templates(): ReactElement {
  const found = useCall(listNoticeTemplates, {}, { everySeconds: 30 })
  return (
    <Answered of={found}>
      {({ templates }) => (
        <div className="nt-templates">
          {templates.map((one) => (
            <TemplateCard
              key={one.name}
              title={one.title}
              versions={one.versions}
              shown={({ text, voice }) => (
                <>
                  <p className="nt-text">{text}</p>
                  {voice === null ? null : <p className="ap-small">电话里说：{voice}</p>}
                </>
              )}
              editor={(from, onClose) => <TemplateEditor template={one} from={from} onClose={onClose} />}
            />
          ))}
        </div>
      )}
    </Answered>
  )
}
