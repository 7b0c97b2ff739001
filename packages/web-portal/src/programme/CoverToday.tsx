/** Whether somebody one acts for has cover today, and since when; where there is none, how to apply (PRG-07). */
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigLink, useLoad } from '../kit/index.ts'
import { api } from './api.ts'
import { texts } from './texts.ts'

export function CoverToday({ linkId }: { readonly linkId: string }) {
  const { language } = useLanguage()
  const v = texts[language].cover
  const covers = useLoad(api.portalCover, { params: { linkId } }).value?.covers
  if (!covers) return null
  if (covers.length === 0)
    return (
      <>
        <p>{v.none}</p>
        <BigLink to="/portal/enrol">{texts[language].title}</BigLink>
      </>
    )
  return covers.map(({ programme, fromOn, toOn }) => (
    <p key={programme}>
      {v.today(programme)}
      <br />
      {v.from(dayInWords(fromOn, language))}
      {toOn === null ? null : v.to(dayInWords(toOn, language))}
    </p>
  ))
}
