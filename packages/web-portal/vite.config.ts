/** Builds the portal; `npx vite packages/web-portal` serves it beside a running server (ANPEI_API, port 4600). */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const api = process.env['ANPEI_API'] ?? 'http://127.0.0.1:4600'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/portal/',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 4611, proxy: { '/api': api } },
  // Old phones and WeChat's browser: nothing newer than what Chrome 80 and Safari 14 know.
  build: { target: ['es2020', 'chrome80', 'safari14'], outDir: 'dist', emptyOutDir: true },
})
