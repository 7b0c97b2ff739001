/** Puts the workbench together: theme, cache, routes. */
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import { StrictMode, type ReactElement } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { makeQueryClient } from './client/index.ts'
import { sessionEnded } from './identity/index.ts'
import { keepPicks, theme } from './kit/index.ts'
import { zhCn } from './locale.ts'
import { routes } from './routes.tsx'

const client = makeQueryClient(sessionEnded)
const router = createBrowserRouter(routes)

export function App(): ReactElement {
  return (
    <StrictMode>
      <ConfigProvider
        theme={theme}
        locale={zhCn}
        form={{ validateMessages: { required: '必填' } }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp message={{ maxCount: 2 }}>
          <QueryClientProvider client={client}>
            <div onKeyDownCapture={keepPicks}>
              <RouterProvider router={router} />
            </div>
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </StrictMode>
  )
}
