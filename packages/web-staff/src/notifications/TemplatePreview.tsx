/** A template with sample values: as a short message, as a call, as a letter in large type (NTF-01). */
import { previewNoticeTemplate } from '@anpei/contract/notifications'
import type { NoticeTemplateName } from '@anpei/domain/notifications'
import { useDeferredValue, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { FaultNote } from '../kit/index.ts'

type Props = { name: NoticeTemplateName; text: string; voice: string }

export function TemplatePreview({ name, text, voice }: Props): ReactElement {
  const body = { text: useDeferredValue(text), voice: useDeferredValue(voice) }
  const found = useCall(previewNoticeTemplate, { params: { name }, body }, { enabled: body.text.trim() !== '' })
  if (found.error) return <FaultNote fault={found.error} />
  if (!found.shown) return <></>
  const { messages, letter } = found.shown
  return (
    <div className="nt-preview">
      <section>
        <h4>短信（算 {messages} 条）</h4>
        <p className="nt-bubble">{found.shown.text}</p>
      </section>
      <section>
        <h4>电话里听到的</h4>
        <p className="nt-bubble">{found.shown.voice}</p>
      </section>
      <section className="nt-letter">
        <h4>大字信</h4>
        <h5>{letter.title}</h5>
        {letter.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="nt-signed">
          {letter.signedBy}　电话 {letter.phone}
        </p>
      </section>
    </div>
  )
}
