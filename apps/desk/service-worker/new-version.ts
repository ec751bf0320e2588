import { createStore } from '../app-store.ts'

/** The worker of a newer version of the desk, once it is ready; undefined while this window is of the newest. */
export const newVersion = createStore<ServiceWorker | undefined>(undefined)

const hourly = 3_600_000

/**
 * Has the browser keep the desk for when the server does not answer. Where that is not to be had (plain HTTP from another
 * host, a certificate that the browser does not trust) the desk works without.
 */
export async function keepDesk(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    const look = (worker: ServiceWorker | null): void => {
      if (!worker) return
      const ready = (): void => {
        // Without a controller it is the first version of this computer: nothing is replaced.
        if (worker.state === 'installed' && navigator.serviceWorker.controller) newVersion.set(worker)
      }
      worker.addEventListener('statechange', ready)
      ready()
    }
    look(registration.waiting)
    registration.addEventListener('updatefound', () => look(registration.installing))
    window.setInterval(() => void registration.update().catch(() => undefined), hourly)
  } catch {
    // As said above.
  }
}

/** Takes the new version: every window of this computer goes on with it after its reload. */
export function takeNewVersion(): void {
  const worker = newVersion.get()
  if (!worker) return
  // Another window took it: it is in charge already, and nothing more will be heard of it.
  if (worker.state === 'activated') return window.location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  worker.postMessage('take')
}
