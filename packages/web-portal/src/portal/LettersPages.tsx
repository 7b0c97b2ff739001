import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords } from '../kernel/index.ts'
import { BigLink, Says, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api } from './api.ts'

export function LettersPage({ claimId }: { readonly claimId: string }) {
  const { t, language } = useLanguage()
  const claim = useLoad(api.portalClaim, { params: { claimId } })
  const at = `/portal/cases/${claimId}`
  return (
    <>
      <PageTop title={t.letters.title} back={at} />
      <WhenLoaded of={claim}>
        {({ letters }) =>
          letters.length === 0 ? (
            <Says>{t.letters.none}</Says>
          ) : (
            <>
              {letters.map((letter) => (
                <BigLink
                  key={letter.id}
                  to={`${at}/letters/${letter.id}`}
                  picture="letter"
                  hint={t.letters.sentOn(dayInWords(dayIn(letter.issuedAt), language))}
                >
                  {letter.title}
                </BigLink>
              ))}
            </>
          )
        }
      </WhenLoaded>
    </>
  )
}

/** The text is what is read aloud too; the PDF is the letter as it was sent. */
export function LetterPage({ claimId, letterId }: { readonly claimId: string; readonly letterId: string }) {
  const { t } = useLanguage()
  const letter = useLoad(api.portalLetterText, { params: { letterId } })
  return (
    <>
      <PageTop title={letter.value?.title ?? t.letters.title} back={`/portal/cases/${claimId}/letters`} />
      <WhenLoaded of={letter}>
        {({ text }) => (
          <>
            <pre className="letter">{text}</pre>
            <a className="big plain" href={`/api/portal/letters/${letterId}/pdf`} target="_blank" rel="noopener">
              {t.letters.pdf}
            </a>
          </>
        )}
      </WhenLoaded>
    </>
  )
}
