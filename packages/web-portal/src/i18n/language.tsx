/** The chosen language and its texts. Chinese is in the first load; English comes when it is asked for. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { zh, type Texts } from './texts.zh.ts'

type Language = 'zh' | 'en'
type Spoken = { readonly language: Language; readonly t: Texts; readonly choose: (language: Language) => void }

const Context = createContext<Spoken>({ language: 'zh', t: zh, choose: () => undefined })

type Props = { readonly first: Language; readonly onChoose: (language: Language) => void; readonly children: ReactNode }

export function LanguageProvider({ first, onChoose, children }: Props) {
  const [language, setLanguage] = useState<Language>(first)
  const [english, setEnglish] = useState<Texts | null>(null)
  useEffect(() => {
    if (language === 'en' && !english)
      void import('./texts.en.ts').then(
        (module) => {
          setEnglish(module.en)
        },
        () => {
          setLanguage('zh')
        },
      )
  }, [language, english])
  const shown: Language = language === 'en' && english ? 'en' : 'zh'
  useEffect(() => {
    document.documentElement.lang = shown === 'en' ? 'en' : 'zh-CN'
  }, [shown])
  const value = useMemo<Spoken>(
    () => ({
      language: shown,
      t: shown === 'en' && english ? english : zh,
      choose: (next) => {
        setLanguage(next)
        onChoose(next)
      },
    }),
    [shown, english, onChoose],
  )
  return <Context value={value}>{children}</Context>
}

export function useLanguage(): Spoken {
  return useContext(Context)
}
