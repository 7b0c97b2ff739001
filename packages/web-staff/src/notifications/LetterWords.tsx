/** The whole wording of a letter, for whoever checks it, with its sample (NTF-01). */
import type { LetterWording } from '@anpei/contract/notifications'
import { SECTION_TITLES, type LetterKind } from '@anpei/domain/notifications'
import type { ReactElement } from 'react'
import { LetterSample } from './LetterSample.tsx'

export function LetterWords({ of, name }: { of: LetterWording; name: LetterKind }): ReactElement {
  return (
    <section className="nt-said">
      <LetterSample name={name} wording={of} />
      <h4>{of.title}</h4>
      <p>{of.salutation}</p>
      {Object.entries(of.sections).map(([section, texts]) => (
        <div key={section}>
          <strong>{SECTION_TITLES[section]}</strong>
          <p className="nt-text">{texts.join('\n')}</p>
        </div>
      ))}
      {Object.values(of.remedies).map((remedy) => (
        <p key={remedy.title}>
          <strong>{remedy.title}</strong>：{remedy.text}
        </p>
      ))}
    </section>
  )
}
