import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './design/base.css'
import './design/fonts.ts'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/queries.ts'
import { listenToKeys } from './keys/listen.ts'
import { Providers } from './providers.tsx'
import { createDeskRouter } from './router.tsx'
import { keepDesk } from './service-worker/new-version.ts'
import { keepProviderReturn } from './sign-in/provider.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
keepProviderReturn()
listenToKeys(window)
void keepDesk()
const client = createQueryClient()
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createDeskRouter()} />
    </Providers>
  </StrictMode>,
)
