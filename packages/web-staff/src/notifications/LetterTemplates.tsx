/** Letter templates: what speaks now, drafts, and what waits for a second person (NTF-01). */
import { listLetterTemplates } from '@anpei/contract/notifications'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered } from '../kit/index.ts'
import { LetterEditor } from './LetterEditor.tsx'
import { LetterSample } from './LetterSample.tsx'
import { TemplateCard } from './TemplateCard.tsx'

export function LetterTemplates(): ReactElement {
  const found = useCall(listLetterTemplates, {}, { everySeconds: 30 })
  return (
    <Answered of={found}>
      {({ templates }) => (
        <div className="nt-templates">
          {templates.map((one) => (
            <TemplateCard
              key={one.name}
              title={one.title}
              versions={one.versions}
              shown={({ wording }) => (wording ? <LetterSample name={one.name} wording={wording} /> : null)}
              editor={(from, onClose) =>
                from?.wording ? <LetterEditor template={one} from={from.wording} onClose={onClose} /> : null
              }
            />
          ))}
        </div>
      )}
    </Answered>
  )
}
