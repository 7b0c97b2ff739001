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

// Keeps the shell on the phone; only where the page is served securely (or from this very machine).
if ('serviceWorker' in navigator && document.querySelector('script[src^="/portal/assets/"]')) {
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/portal/sw.js', { scope: '/portal/' }).catch(() => undefined)
  })
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
