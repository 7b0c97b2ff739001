import { useLanguage } from '../i18n/index.ts'
import { yuan } from '../kernel/index.ts'
import { BigLink, Says, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api } from './api.ts'

export function WorkingPage({ claimId }: { readonly claimId: string }) {
  const { t, language } = useLanguage()
  const working = useLoad(api.portalWorking, { params: { claimId } })
  const w = t.working
  return (
    <>
      <PageTop title={w.title} back={`/portal/cases/${claimId}`} />
      <WhenLoaded of={working}>
        {({ payableFen, parts }) =>
          parts.length === 0 ? (
            <Says>{w.notYet}</Says>
          ) : (
            <>
              {parts.map((part) => (
                <section className="card" key={part.title} aria-label={part.title}>
                  <h2>{part.title}</h2>
                  <ol>
                    {part.sentences.map((sentence, index) => (
                      <li key={index}>{sentence}</li>
                    ))}
                  </ol>
                  <p className="no">{yuan(part.payableFen, language)}</p>
                </section>
              ))}
              <Says mood="good">
                <p>{w.total}</p>
                <p className="no">{yuan(payableFen, language)}</p>
              </Says>
            </>
          )
        }
      </WhenLoaded>
      <p>{w.ask}</p>
      <BigLink to="/portal/help" picture="phone">
        {t.callUs}
      </BigLink>
    </>
  )
}
