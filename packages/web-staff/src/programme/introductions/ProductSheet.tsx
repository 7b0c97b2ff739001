/** The sheet of a product in large type, read aloud where there is a voice, to be held before an elder (SRV-07). */
import type { SheetSection } from '@anpei/contract/programme'
import { Modal } from 'antd'
import type { ReactElement } from 'react'
import { Speak, Tag, useFocusBack } from '../../kit/index.ts'

type Props = { readonly sheet: readonly SheetSection[]; readonly title: string; readonly onClose: () => void }

export function ProductSheet({ sheet, title, onClose }: Props): ReactElement {
  useFocusBack()
  return (
    <Modal open title={title} width="min(960px, 100vw)" footer={null} onCancel={onClose}>
      <article className="pg-sheet" tabIndex={0}>
        {sheet.map((section) => (
          <section key={section.code}>
            <h2 className="ap-row">
              {section.title} {section.must ? <Tag tone="red">必须讲清楚</Tag> : null}
              <Speak text={`${section.title}。${section.points.map(({ text }) => text).join('')}`} />
            </h2>
            <ul>
              {section.points.map(({ text, source }) => (
                <li key={text}>
                  {text}
                  {source === '' ? null : <small>{source}</small>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </Modal>
  )
}
