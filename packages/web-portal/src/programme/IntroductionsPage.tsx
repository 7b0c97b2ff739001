/** What was explained to me and my family: to be read and signed first, then what was signed (SRV-07). */
import { useLanguage } from '../i18n/index.ts'
import { dayInWords, dayIn } from '../kernel/index.ts'
import { BigLink, PageTop, useLoad, WhenLoaded } from '../kit/index.ts'
import { api, type IntroductionToRead } from './api.ts'
import { introductionTexts } from './introduction-texts.ts'

export default function IntroductionsPage() {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const found = useLoad(api.portalIntroductions, {})
  return (
    <>
      <PageTop title={v.title} back="/portal/" />
      <WhenLoaded of={found}>
        {({ introductions }) => (
          <>
            {introductions.length === 0 && <p>{v.none}</p>}
            {introductions.map((one) => (
              <One key={one.id} one={one} />
            ))}
          </>
        )}
      </WhenLoaded>
    </>
  )
}

function One({ one }: { readonly one: IntroductionToRead }) {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const day = (at: string) => dayInWords(dayIn(at), language)
  return (
    <section className="card">
      <h2>{one.product}</h2>
      <p>{one.personName}</p>
      <p>{v.told(one.explainedBy, day(one.explainedAt))}</p>
      {one.confirmedAt ? <p>{v.confirmed(day(one.confirmedAt))}</p> : null}
      {!one.confirmedAt && one.can.length === 0 ? <p>{v.again}</p> : null}
      <BigLink to={`/portal/introductions/${one.id}`} look={one.can.includes('confirm') ? 'main' : 'plain'}>
        {one.can.includes('confirm') ? v.look : v.reread}
      </BigLink>
    </section>
  )
}
