/**
 * Keeps on a visitor's tablet what it takes to open the pages of visits without a network (SRV-09): the page itself and
 * the scripts and styles of the route and of one visit, as the builder lists them. Answers of the server are never kept
 * here: what was written, and the visits it was written at, lie in the browser's own database.
 */
const SHELL = 'anpei-staff-shell'
const WITHOUT_NETWORK = [
  'src/visits/RoutePage.tsx',
  'src/visits/DoVisitPage.tsx',
  'src/callbacks/door/DoorRoutePage.tsx',
  'src/callbacks/door/DoorVisitPage.tsx',
]
const PATIENCE_MS = 5000

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/api/') || pathname.startsWith('/portal')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(file(request))
})

/** The page and all its pages of visits name; scripts of the build before are forgotten. */
async function keepShell() {
  const [first, listed] = await Promise.all(['/', '/pages.json'].map((path) => fetch(path, { cache: 'no-cache' })))
  if (!first.ok || !listed.ok) throw new Error('the page is not there')
  const files = filesOf(await listed.json())
  const text = await first.clone().text()
  // Caught in the blink between two builds: what is kept stays as it was.
  if (!text.includes(`/${files[0]}"`)) throw new Error('another build')
  const cache = await caches.open(SHELL)
  const paths = ['/icon.svg', ...files.map((name) => `/${name}`)]
  for (const path of paths) if (!(await cache.match(path))) await cache.add(path)
  await cache.put('/', first)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname !== '/' && !paths.includes(pathname)) await cache.delete(url)
  }
}

/** The script of the page first, then everything it and the pages of visits import. */
function filesOf(listed) {
  const seen = new Set()
  const files = new Set()
  const take = (name) => {
    const entry = listed[name]
    if (!entry || seen.has(name)) return
    seen.add(name)
    files.add(entry.file)
    for (const style of entry.css ?? []) files.add(style)
    for (const imported of entry.imports ?? []) take(imported)
  }
  for (const name of ['index.html', ...WITHOUT_NETWORK]) take(name)
  return [...files]
}

async function page(request) {
  try {
    const answer = await withPatience(fetch(request))
    if (answer.ok) void keepShell().catch(() => undefined)
    return answer
  } catch {
    return (await caches.match('/')) ?? Response.error()
  }
}

/** Scripts and styles carry their content's hash in their names: what is kept is right. */
async function file(request) {
  return (await caches.match(request)) ?? fetch(request)
}

function withPatience(answer) {
  return Promise.race([
    answer,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), PATIENCE_MS)
    }),
  ])
}
