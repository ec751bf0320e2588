// Keeps the built files of the desk, so that it loads while the server does not answer. Never an answer of the API: what
// is known of people lies on the server alone. The first line is put in front of this file by the build: a version,
// which is a hash of all files, and their addresses.
/* global version, files */
const kept = `daira-desk-${version}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(kept).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('daira-desk-') && name !== kept).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

// A new version waits until all windows are closed, or until an officer asks for it: pages and their parts stay of one
// version, and nobody's desk changes under the hands.
self.addEventListener('message', (event) => {
  if (event.data === 'take') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return
  const wanted = request.mode === 'navigate' ? '/' : url.pathname
  event.respondWith(
    caches
      .open(kept)
      .then((cache) => cache.match(wanted))
      .then((file) => file ?? fetch(request)),
  )
})
