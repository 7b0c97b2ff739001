import './zod-setup.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { keep, kept } from './client/index.ts'
import { LanguageProvider } from './i18n/index.ts'

const root = document.getElementById('root')
const chooseLanguage = (language: 'zh' | 'en') => {
  keep('language', language, true)
}

if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider first={kept('language') === 'en' ? 'en' : 'zh'} onChoose={chooseLanguage}>
        <App />
      </LanguageProvider>
    </StrictMode>,
  )
}
