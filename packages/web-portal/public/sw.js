/**
 * Keeps the shell of the portal on the phone, so that it opens on a bad network (POR-01). What it keeps: the page, its
 * scripts and styles, and two answers that are the same for everybody (the guide and the telephone numbers). Answers
 * about a person are never kept: every other call goes to the network untouched.
 */
const SHELL = 'anpei-portal-shell'
const PUBLIC = ['/api/portal/guide', '/api/portal/contacts']
const PATIENCE_MS = 5000

self.addEventListener('install', (event) => {
  event.waitUntil(
    keepShell()
      .then(keepPublic)
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname.startsWith('/portal')) event.respondWith(page(request))
  else if (url.pathname.startsWith('/portal/')) event.respondWith(file(request))
  else if (PUBLIC.includes(url.pathname)) event.respondWith(sameForAll(request))
})

/** Before the first page without a network: the telephone numbers are there. */
async function keepPublic() {
  const cache = await caches.open(SHELL)
  for (const pathname of PUBLIC) {
    for (const language of ['zh', 'en']) {
      const answer = await fetch(pathname, { headers: { 'accept-language': language } }).catch(() => null)
      if (answer?.ok) await cache.put(keyOf(pathname, language), answer)
    }
  }
}

function keyOf(pathname, language) {
  return `${pathname}?language=${language}`
}

/** The page and everything it names; what the page before named is forgotten. */
async function keepShell() {
  const cache = await caches.open(SHELL)
  const answer = await fetch('/portal/', { cache: 'no-cache' })
  if (!answer.ok) throw new Error('the shell is not there')
  const named = [...(await answer.clone().text()).matchAll(/(?:src|href)="(\/portal\/[^"]+)"/g)].map((found) => found[1])
  for (const path of named) if (!(await cache.match(path))) await cache.add(path)
  await cache.put('/portal/', answer)
  for (const kept of await cache.keys()) {
    const { pathname } = new URL(kept.url)
    const isOld = pathname.startsWith('/portal/assets/') && pathname.endsWith('.js') && /\/index-/.test(pathname)
    if (isOld && !named.includes(pathname)) await cache.delete(kept)
  }
}

async function page(request) {
  try {
    const answer = await withPatience(fetch(request))
    if (answer.ok) void keepShell().catch(() => undefined)
    return answer
  } catch {
    return (await caches.match('/portal/')) ?? Response.error()
  }
}

/** Scripts and styles carry their content's hash in their names: what is kept is right. */
async function file(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && new URL(request.url).pathname.startsWith('/portal/assets/')) {
    const cache = await caches.open(SHELL)
    await cache.put(request, answer.clone())
  }
  return answer
}

async function sameForAll(request) {
  const { pathname } = new URL(request.url)
  const key = keyOf(pathname, request.headers.get('accept-language') ?? 'zh')
  const cache = await caches.open(SHELL)
  try {
    const answer = await withPatience(fetch(request))
    if (answer.ok) await cache.put(key, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(key)
    if (kept) return kept
    throw error
  }
}

function withPatience(answer) {
  return Promise.race([
    answer,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), PATIENCE_MS)
    }),
  ])
}
